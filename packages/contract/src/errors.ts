// The error catalogue: every refusal's code, HTTP status, sentence and remedy in one place.
import { bridgeErrors } from './bridge-errors.ts';
import { entry } from './error-entry.ts';
import type { ErrorEntry } from './error-entry.ts';
import { familyAccountErrors } from './family-account-errors.ts';
import { familyErrors } from './family-errors.ts';
import { filingErrors } from './filing-errors.ts';
import { financeErrors } from './finance-errors.ts';
import { orderErrors } from './order-errors.ts';
import { policyErrors } from './policy-errors.ts';
import { heicTexts } from './words.ts';

export const errors = {
  ...filingErrors,
  ...familyAccountErrors,
  ...bridgeErrors,
  ...financeErrors,
  ...orderErrors,
  ...policyErrors,
  ...familyErrors,
  'bad-request': entry(400, '提交的内容不完整或格式不对：{what}。', '请按页面提示改正后再提交。'),
  'not-signed-in': entry(401, '您还没有登录，或登录已过期。', '请用医保电子凭证重新登录。'),
  'signature-refused': entry(
    401,
    '请求的签名没有被接受：{signature}。',
    '请核对访问密钥、签名里的接口名称和时间戳（与标准时间相差不超过 30 分钟）后重新发送。',
  ),
  'not-allowed': entry(403, '您的身份不能办理这项业务。', '请换用有权限的账号登录，或到医保经办窗口办理。'),
  'not-found': entry(
    404,
    '没有这条记录，或者它不属于您。',
    '请回到首页，从列表里重新进入；仍有疑问请拨打医保服务电话。',
  ),
  'rate-limited': entry(429, '操作太频繁了。', '请稍等一分钟再试。'),
  'too-large': entry(413, '提交的内容太大（上限 {limit}）。', '请压缩后再提交。'),
  'key-missing': entry(400, '缺少防重复提交的编号。', '请刷新页面后再提交一次。'),
  'key-reused': entry(409, '同一个提交编号用在了不同的内容上，没有办理。', '请刷新页面，核对后重新提交。'),
  'outside-unavailable': entry(
    503,
    '{system}暂时没有回应，您的业务还没有办理。',
    '您的钱没有变动，请过几分钟再试。',
  ),

  'id-number-wrong': entry(
    422,
    '身份证号码有误：应为 18 位，最后一位校验码要对得上。',
    '请对照身份证逐位核对后重新填写。',
  ),
  'name-number-mismatch': entry(
    422,
    '姓名与身份证号码对不上。',
    '请对照身份证核对姓名和号码；近期改过名的，请先到派出所或医保窗口更新。',
  ),
  'phone-wrong': entry(422, '手机号码有误：应为 11 位数字，以 1 开头。', '请核对手机号码后重新填写。'),
  'member-is-giver': entry(
    422,
    '不能把自己绑定为自己的共济使用人。',
    '请填写配偶、父母、子女等近亲属的信息。',
  ),
  'relation-not-allowed': entry(
    422,
    '按 {date} 的规定，“{relation}”不在可以共济的亲属范围内。',
    '目前可以绑定：{allowed}。',
  ),
  'relation-contradicted': entry(
    422,
    '登记信息显示你们不是所填的关系。',
    '请核对关系；确有此关系的，请带户口本或结婚证到医保窗口办理。',
  ),
  'member-limit-reached': entry(
    409,
    '已绑定和正在办理的家人共 {count} 位，达到上限 {limit} 位。',
    '请先解绑一位不再需要的家人，再来添加。',
  ),
  'member-not-insured': entry(
    422,
    '查不到这位家人的基本医保参保信息。',
    '请先为家人办理参保登记，再来绑定。',
  ),
  'member-insured-elsewhere': entry(
    422,
    '这位家人在外省（{areaName}）参保，{date} 时还不能跨省共济。',
    '目前只能绑定在本省参保的家人。',
  ),
  'cross-province-by-quota': entry(
    422,
    '这位家人在外省（{areaName}）参保，跨省共济要先在“医保钱包”里设定额度，本系统还不能办理。',
    '请在国家医保服务平台的“医保钱包”里办理，或到医保窗口咨询。',
  ),
  'member-area-mismatch': entry(
    422,
    '填写的参保地与登记的参保地（{areaName}）不一致。',
    '请改为登记的参保地后再提交。',
  ),
  'giver-not-employee': entry(
    422,
    '只有参加职工医保的人才能授权家人使用个人账户。',
    '请由家里参加职工医保的人来办理。',
  ),
  'giver-suspended': entry(
    422,
    '您的职工医保目前不是正常参保状态，暂时不能共济。',
    '请先联系单位或医保窗口恢复参保，再来办理。',
  ),
  'giver-no-balance': entry(422, '您的个人账户没有可以共济的余额。', '等账户有余额后再来办理。'),
  'already-bound': entry(409, '这位家人已经绑定过了。', '不用重复绑定，可在“已绑定家庭成员”里查看。'),
  'application-open': entry(409, '这位家人的绑定申请正在办理中。', '请在“办理进度”里查看，不用重复提交。'),
  'policy-not-recorded': entry(
    422,
    '本系统还没有收录该地区这个日期的政策：{what}。',
    '请到当地医保窗口办理，或选择已收录的日期和地区。',
  ),
  'notice-changed': entry(409, '告知书或承诺书已更新。', '请重新阅读并同意后再提交。'),
  'signature-wrong': entry(422, '承诺书的签名与您的姓名不一致。', '请在签名处填写您本人的姓名。'),
  'not-eligible': entry(422, '按现行政策还不能绑定：{why}', '如有疑问，请拨打医保服务电话或到医保窗口咨询。'),
  'approval-blocked': entry(
    409,
    '现在不能通过这份申请：{why}',
    '请选择“退回”或“要求补充”，或等情况变化后再审。',
  ),
  'confirmation-blocked': entry(
    409,
    '现在还不能绑定：授权人的情况有了变化，或者你们已经绑定过。',
    '请让授权人登录查看自己的参保状态和余额；有疑问请拨打医保服务电话。',
  ),
  'photo-missing': entry(422, '还缺少证明材料的照片：{what}。', '请拍照上传后再提交。'),
  'photo-heic': entry(415, heicTexts.message, heicTexts.remedy),
  'photo-not-a-photo': entry(415, '这个文件不是能识别的照片。', '请上传 JPG、PNG 或 WebP 格式的照片。'),
  'photo-too-large': entry(413, '照片太大（上限 10 MB）。', '请重新拍摄或压缩后再上传。'),
  'photo-material-unknown': entry(
    422,
    '有照片对应的材料不是这次要交的。',
    '请回到“证明材料”，按列出的材料重新上传。',
  ),
  'photo-unknown': entry(422, '有照片没有上传成功。', '请删除后重新上传这张照片。'),
  'state-changed': entry(
    409,
    '这件业务的状态刚刚发生了变化，本次没有办理。',
    '请刷新页面查看最新状态后再操作。',
  ),
  'reason-unknown': entry(422, '没有选择有效的理由。', '请从列表中选择一个理由。'),
  'text-missing': entry(422, '请写明具体内容。', '补充说明后再提交。'),

  'claim-held': entry(409, '这件申请正由{name}办理。', '请办理下一件；需要收回的，请主管处理。'),
  'claim-missing': entry(
    409,
    '您现在没有领取这件申请，本次没有办理。',
    '请先领取；已被别人领取或收回的，请办理下一件。',
  ),
  'second-person-needed': entry(
    409,
    '这件申请已由您初审通过，要由另一位审核员复核。',
    '请办理下一件，另一位审核员会看到它。',
  ),
  'review-escalated': entry(409, '这件申请已上报主管，由主管决定。', '请办理下一件。'),
  'not-clean': entry(409, '这件申请有需要人工核对的地方，不能批量通过。', '请打开这件申请单独办理。'),
  'not-sampled': entry(409, '这件申请不在质量抽查里，或者已经查过。', '请从“质量抽查”列表里打开。'),
  'own-decision': entry(409, '这件申请有您本人的决定，要由别人抽查。', '请办理下一件。'),
  'own-account': entry(
    409,
    '不能更改自己账号的岗位和状态。',
    '请由本地区的另一位管理员办理；只有一位管理员时，请先开通另一位。',
  ),
  'staff-number-taken': entry(
    409,
    '工号 {staffNo} 已经有账号。',
    '请核对工号；离岗又回来的人，请重新启用原来的账号。',
  ),
  'staff-institution-wrong': entry(
    422,
    '收费员要选择所在的医院或药店，其他岗位不选。',
    '请选择本地区开放的医院或药店后再提交。',
  ),
  'staff-area-unknown': entry(422, '没有这个统筹区。', '请核对统筹区。'),

  'relation-not-active': entry(409, '共济关系已经解除或还没有生效。', '请重新绑定后再使用。'),
  'relation-paused': entry(
    409,
    '您已暂停这位家人使用您的账户，没有扣钱。',
    '请在“已绑定家庭成员”里点这位家人，恢复使用后再缴费。',
  ),
  'relation-not-yet-usable': entry(
    409,
    '您设定这位家人从 {from} 起才能使用您的账户，没有扣钱。',
    '请等到那天，或在“已绑定家庭成员”里修改使用日期。',
  ),
  'relation-no-longer-usable': entry(
    409,
    '您设定这位家人只能使用到 {to}，没有扣钱。',
    '请在“已绑定家庭成员”里延长使用日期后再缴费。',
  ),
  'purpose-not-permitted': entry(
    409,
    '您没有允许这位家人把您的账户用在这个用途上，没有扣钱。',
    '请在“已绑定家庭成员”里修改可用的用途后再缴费。',
  ),
  'year-limit-reached': entry(
    409,
    '这位家人今年使用的金额已经到了您设定的上限，没有扣钱。',
    '请在“已绑定家庭成员”里提高今年的上限后再缴费。',
  ),
  'control-changed': entry(
    409,
    '这位家人的使用设置刚刚在别处改过，这次没有保存。',
    '请看过最新的设置后，重新修改并保存。',
  ),
  'control-days-wrong': entry(
    422,
    '使用日期有误：结束日期不能早于开始日期，也不能早于今天。',
    '请核对日期后再保存。',
  ),
  'giver-order-wrong': entry(
    409,
    '共济人的名单刚刚有变化，顺序没有保存。',
    '请刷新页面，看过最新的名单后重新排列。',
  ),
  'premium-not-recorded': entry(
    422,
    '{areaName} {coverageYear} 年度的缴费标准还没有收录，也没有查到税务核定金额。',
    '请到税务或医保窗口缴费，或稍后再试。',
  ),
  'premium-window-closed': entry(
    409,
    '{coverageYear} 年度的缴费期是 {from} 至 {to}，现在不在缴费期内。',
    '请在缴费期内办理；错过的请咨询医保窗口。',
  ),
  'premium-already-paid': entry(
    409,
    '{coverageYear} 年度的居民医保费已经缴过了，没有重复扣钱。',
    '可在“缴费记录”里查看凭证。',
  ),
  'premium-under-way': entry(
    409,
    '{coverageYear} 年度的缴费正在办理中，没有重复扣钱。',
    '请在“缴费记录”里查看进度。',
  ),
  'member-not-resident': entry(
    422,
    '这位家人参加的不是城乡居民医保，不需要缴这笔费。',
    '请选择参加居民医保的家人。',
  ),
  shortfall: entry(
    409,
    '可共济的余额不够，还差 {shortfall}，没有扣钱。',
    '可以选择“差额用现金补足”，或等余额足够后再缴。',
  ),
  'quote-expired': entry(409, '这次算出的金额已过期，没有扣钱。', '请重新查看金额后再确认。'),
  'shown-amount-changed': entry(409, '金额与刚才显示的不一样了，没有扣钱。', '请重新查看金额后再确认。'),
  'amount-wrong': entry(
    422,
    '金额有误：{what}。',
    '金额应是不小于 0、精确到分的数；各项自费之和不能超过总额。',
  ),
  'patient-not-found': entry(404, '没有找到这位参保人。', '请核对电子凭证或身份证号码。'),
  'patient-not-insured': entry(
    422,
    '这位参保人目前不是正常参保状态，不能用医保结算。',
    '请先恢复参保，或改为现金结算。',
  ),
  'chronic-not-registered': entry(
    422,
    '这位参保人没有登记该慢特病待遇。',
    '请按普通门诊结算，或先到医保窗口办理慢特病认定。',
  ),
  'institution-code-wrong': entry(422, '机构信息有误：{what}。', '请对照机构的定点编码核对后再提交。'),
  'institution-code-taken': entry(409, '机构编码 {code} 已经登记过。', '请在机构列表里查找，或核对编码。'),
  'institution-key-unknown': entry(409, '这个访问密钥已经停用，或者不是这家机构的。', '请刷新页面后再操作。'),
  'institution-keys-two': entry(
    409,
    '这家机构已有两个有效的访问密钥，没有发放新的。',
    '请先停用不再使用的旧密钥，再更换。',
  ),
  'quote-used': entry(409, '这次算出的金额已经结算过了，没有重复扣钱。', '请在结算列表里查看这笔结算。'),
  'fund-unavailable': entry(
    503,
    '统筹基金账户暂时不能支付，没有扣钱。',
    '请稍后再试，或联系当地医保经办机构。',
  ),
  'already-reversed': entry(409, '这笔结算已经退过了，没有重复退。', '可在结算列表里查看退费记录。'),
  'credential-wrong': entry(422, '就诊凭证不能识别。', '请让患者重新出示医保电子凭证，或刷身份证后再试。'),
  'credential-expired': entry(422, '患者的医保电子凭证已过期。', '请让患者刷新医保电子凭证后重新扫码。'),
  'card-number-missing': entry(
    422,
    '就诊凭证类型为社会保障卡时，卡识别码（card_sn）不能为空。',
    '请重新读卡后再试。',
  ),
  'patient-differs': entry(
    422,
    '{what}与就诊凭证上的人不一致，没有办理。',
    '请核对是不是患者本人的凭证，再重新读取人员信息（1101）。',
  ),
  'message-id-reused': entry(
    409,
    '报文 ID（msgid）已经用过，这次的内容不同，没有办理。',
    '新的业务请换一个新的 msgid；重发原业务请保持内容不变。',
  ),
  'message-revoked': entry(
    409,
    '这条报文已被冲正（2601），不再办理。',
    '确需办理的，请用新的 msgid 重新发起。',
  ),
  'settlement-unknown': entry(
    404,
    '本机构没有这笔结算，或者人员编号、就诊 ID 与它不符。',
    '请核对结算 ID、就诊 ID 和人员编号。',
  ),
  'visit-unknown': entry(
    404,
    '本机构没有这次就诊（{visit}），或者它已经撤销。',
    '请核对就诊 ID；没有挂号的先挂号（2201）。',
  ),
  'visit-not-empty': entry(
    409,
    '这次就诊还有没撤销的费用明细或结算，不能撤销挂号。',
    '请先撤销结算（2208）和明细（2205），再撤销挂号。',
  ),
  'line-exists': entry(
    409,
    '明细流水号 {line} 在这次就诊里已经有了，内容不同，没有上传。',
    '请换一个流水号，或先用 2205 撤销原来的明细。',
  ),
  'lines-missing': entry(
    422,
    '收费批次 {batch} 没有费用明细，不能结算。',
    '请先上传明细（2204），或核对收费批次号。',
  ),
  'batch-settled': entry(
    409,
    '收费批次 {batch} 已经结算，不能再改动或再结算。',
    '请核对收费批次号；要改动的先撤销结算。',
  ),
  'total-differs': entry(
    422,
    '{what}与上传的明细不一致：明细合计 {expected} 元，报文里是 {found} 元，没有扣钱。',
    '请核对明细是否漏传或重传，再重新预结算。',
  ),
  'presettlement-missing': entry(
    409,
    '没有找到这笔费用的预结算，没有扣钱。',
    '请先做预结算，把金额给患者看过后再结算。',
  ),
  'presettlement-changed': entry(
    409,
    '{what}在预结算之后变了，没有扣钱。',
    '请重新预结算，把新的金额给患者看过后再结算。',
  ),
  'revocation-wrong': entry(
    422,
    '不能冲正：{what}。',
    '请核对原报文 ID 和原交易编号；退费请用结算撤销交易。',
  ),
  'file-unknown': entry(404, '没有这个文件，或者它已经过期。', '请核对文件查询号和文件名，或重新上传。'),
  'file-wrong': entry(422, '对账文件有误：{what}。', '请按接口规定的列重新生成文件后再上传。'),
  'detail-wrong': entry(422, '费用明细有误：{what}', '请改正后重新上传。'),
  'resolution-not-allowed': entry(
    422,
    '这条差异现在不能这样处理。',
    '请从列出的处理方式中选择一种；需要等对方账单的，请等下一日对账后再处理。',
  ),
  'correction-does-not-fit': entry(422, '这条档案不能这样更正。', '请从列出的更正里选择。'),
  'correction-changes-nothing': entry(422, '更正前后一样，没有变化。', '请核对后填写正确的内容。'),
  'correction-own': entry(409, '这项更正是您自己提出的。', '请由另一位有权限的同事复核。'),
  'administrator-exists': entry(
    409,
    '这个地区已经有管理员，没有开通。',
    '请由现有的管理员在“工作人员”页面开通账号。',
  ),
  'audit-span-wrong': entry(422, '查询的日期不对。', '结束日期不能早于开始日期，一次最多查 400 天。'),
  insufficient: entry(409, '账户余额不足，没有扣钱。', '请重新查看金额后再确认。'),
} satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errors;
export type ErrorDetails = Record<string, string | number | boolean>;

const day = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A day is written the way a person reads it: `2024-09-05` becomes `2024年9月5日`. */
const detailText = (detail: string | number | boolean): string =>
  String(detail).replace(day, (_, year, month, date) => `${year}年${Number(month)}月${Number(date)}日`);

/** The catalogue's sentence with its `{name}` places filled. */
export function errorTexts(code: ErrorCode, details: ErrorDetails = {}): { message: string; remedy: string } {
  const fill = (text: string) =>
    text.replaceAll(/\{(\w+)\}/g, (_, name: string) => detailText(details[name] ?? '—'));
  const { message, remedy } = errors[code];
  return { message: fill(message), remedy: fill(remedy) };
}
