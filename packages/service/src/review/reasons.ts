// The reasons a reviewer chooses from, and what the citizen reads for each.
import type { ReviewReason } from '@gongji/contract';

interface Reason extends ReviewReason {
  /** What the citizen can do next. */
  remedyText: string;
  /** The reviewer must add words of their own. */
  needsText: boolean;
}

const approve = (code: string, label: string, citizenText: string): Reason => ({
  code,
  decision: 'approve',
  label,
  citizenText,
  remedyText: '家人现在就可以使用您的共济账户，看病时仍用家人自己的医保码。',
  needsText: false,
});
const reject = (code: string, label: string, citizenText: string, remedyText: string): Reason => ({
  code,
  decision: 'reject',
  label,
  citizenText,
  remedyText,
  needsText: code === 'other-reject',
});
const ask = (code: string, label: string, citizenText: string): Reason => ({
  code,
  decision: 'ask',
  label,
  citizenText,
  remedyText: '补充后会继续审核，不用重新申请。',
  needsText: code === 'other-ask',
});

export const reviewReasons: readonly Reason[] = [
  approve('materials-agree', '材料齐全，与登记一致', '材料齐全，与登记信息一致，审核通过。'),
  approve('kinship-proved', '登记查不到，材料能证明关系', '您交的材料能证明亲属关系，审核通过。'),
  reject(
    'kinship-not-proved',
    '材料不能证明亲属关系',
    '交来的材料不能证明你们的亲属关系。',
    '请准备能看出关系的户口簿页或结婚证，重新申请；也可以带原件到医保窗口办理。',
  ),
  reject(
    'materials-of-others',
    '材料不是本人或家人的',
    '交来的材料不是您本人或这位家人的。',
    '请核对后用自己和家人的证件重新申请。',
  ),
  reject(
    'answers-differ',
    '填写内容与证件不符',
    '填写的内容与证件上的不一致。',
    '请对照证件核对姓名、身份证号码和关系，重新申请。',
  ),
  reject(
    'other-reject',
    '其他原因（须写明）',
    '这次申请没有通过。',
    '请按上面写明的原因处理后重新申请，或到医保窗口咨询。',
  ),
  ask('photo-unclear', '照片不清楚', '有照片看不清楚，请在光线好的地方重新拍摄，四角都要拍到。'),
  ask('need-marriage-certificate', '需要结婚证', '请补充结婚证的照片（有照片和姓名的那一页）。'),
  ask('need-household-register', '需要户口簿', '请补充户口簿的照片（首页，以及您和家人的那两页）。'),
  ask('need-identity-card', '需要身份证', '请补充身份证人像面的照片。'),
  ask('other-ask', '其他材料（须写明）', '请补充下面写明的材料。'),
];

export function findReason(code: string): Reason | undefined {
  return reviewReasons.find((reason) => reason.code === code);
}
