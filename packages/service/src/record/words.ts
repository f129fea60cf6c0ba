// The Chinese words for what actions say by codes: kinds, subjects, fields and values. For staff who read the records.
import { purposeWords, relationWords, roleWords } from '@gongji/contract';
import type { RecordChange } from '@gongji/contract';
import { areaName } from '../area/insured-areas.ts';
import { yuanText } from '../usage/money-text.ts';

export const subjectWords: Readonly<Record<string, string>> = {
  person: '参保人',
  application: '绑定申请',
  relation: '共济关系',
  premium: '居民医保缴费',
  settlement: '医药费用结算',
  staff: '工作人员账号',
  institution: '定点机构',
  reconciliation: '对账差异',
  policy: '政策草稿',
  sight: '查阅',
  consent: '窗口签字',
  correction: '更正',
  delegation: '代办授权',
  audit: '稽核',
};

const actionWords: Readonly<Record<string, string>> = {
  'policy/created': '起草政策',
  'policy/saved': '修改政策草稿',
  'policy/submit': '提交政策草稿',
  'policy/withdraw': '作废政策草稿',
  'policy/publish': '公布政策',
  'policy/approve': '批准政策草稿',
  'policy/return': '退回政策草稿',
  'application/submitted': '提交绑定申请',
  'application/checked': '自动核验',
  'application/member-asked': '请家人确认',
  'application/member-confirmed': '家人同意',
  'application/member-declined': '家人没有同意',
  'application/sent-to-review': '转人工审核',
  'application/approved': '通过',
  'application/rejected': '退回',
  'application/more-requested': '要求补充材料',
  'application/supplemented': '补充材料',
  'application/withdrawn': '撤回申请',
  'application/claimed': '领取',
  'application/released': '放回待办',
  'application/recalled': '收回领取',
  'application/escalated': '上报主管',
  'application/approval-proposed': '初审通过，等另一人复核',
  'application/quality-checked': '质量抽查',
  'application/revealed': '查看完整证件号',
  'relation/opened': '建立共济关系',
  'relation/control-changed': '修改使用设置',
  'relation/paused': '暂停使用',
  'relation/resumed': '恢复使用',
  'relation/order-changed': '改变使用顺序',
  'relation/ended': '解除共济关系',
  'premium/begun': '提交缴费',
  'premium/cancel-requested': '申请取消缴费',
  'premium/cash-paid': '收到现金',
  'premium/cancelled': '缴费取消',
  'premium/cash-closed': '现金订单关闭',
  'premium/bureau-accepted': '税务部门收款',
  'premium/bureau-refused': '税务部门没有接受',
  'premium/bureau-silent': '税务部门没有回应',
  'premium/never-arrived': '税务部门确认没有收到',
  'premium/hold-gone': '冻结到期或关系解除，没有缴费',
  'premium/accepted-late': '退回之后税务部门才确认收款',
  'premium/money-returned': '款项退回',
  'settlement/settled': '结算',
  'settlement/reversed': '退费',
  'person/insurance-changed': '参保信息变更',
  'person/treatment-elsewhere-filed': '登记异地就医备案',
  'reconciliation/opened': '发现差异',
  'reconciliation/resolved': '处理差异',
  'reconciliation/arrived-late': '对方账单补到',
  'staff/created': '开通账号',
  'staff/role': '改变岗位',
  'staff/disable': '停用账号',
  'staff/enable': '启用账号',
  'staff/move': '调往别的地区',
  'institution/created': '登记机构',
  'institution/suspend': '暂停接入',
  'institution/resume': '恢复接入',
  'institution/settings': '修改接入设置',
  'institution/end-key': '停用密钥',
  'institution/key-made': '更换密钥',
  'person/corrected': '更正',
  'relation/corrected': '更正',
  'correction/proposed': '提出更正',
  'correction/approved': '同意更正',
  'correction/refused': '不同意更正',
  'delegation/granted': '授权代办',
  'delegation/revoked': '收回代办授权',
  'consent/signed-bind': '本人签字：绑定',
  'consent/signed-end': '本人签字：解除',
  'consent/signed-premium': '本人签字：缴费',
  'sight/viewed': '查阅',
  'sight/revealed': '查看完整证件号和手机号',
  'sight/searched': '查找',
  'sight/exported': '导出稽核记录',
  'sight/verified': '核验记录和账簿',
};

/** A kind that has no words yet is shown as it is kept, so that nothing is hidden. */
export const actionText = (subjectKind: string, kind: string): string =>
  actionWords[`${subjectKind}/${kind}`] ?? `${subjectWords[subjectKind] ?? subjectKind} ${kind}`;

const channelWords: Readonly<Record<string, string>> = {
  web: '网上办理',
  staff: '经办平台',
  window: '经办窗口',
  till: '收费窗口',
  interface: '机构接口',
  import: '批量导入',
  system: '系统',
  command: '命令行',
  sample: '示例数据',
};
export const channelText = (channel: string): string => channelWords[channel] ?? channel;

const systemWords: Readonly<Record<string, string>> = {
  'automatic-checks': '自动核验',
  premium: '缴费处理',
  reconciliation: '自动对账',
  'opening-data': '期初数据',
  command: '命令行',
  import: '批量导入',
};
export const systemText = (name: string): string => `系统（${systemWords[name] ?? name}）`;

const fieldWords: Readonly<Record<string, string>> = {
  limitPaymentFen: '单次上限',
  limitYearFen: '全年上限',
  purposes: '可用的用途',
  usableFrom: '开始日期',
  usableTo: '结束日期',
  paused: '暂停',
  position: '使用顺序',
  status: '参保状态',
  retired: '退休',
  relation: '关系',
  role: '岗位',
  area: '统筹区',
  coverageYear: '年度',
  amountFen: '金额',
  correctedFen: '账户增减',
  partYear: '资金年份',
  heldFen: '账户冻结',
  cashFen: '现金',
  cashPaidFen: '收到现金',
  cashRefundedFen: '退回现金',
  totalFen: '总费用',
  fundFen: '统筹基金支付',
  ownAccountFen: '本人账户支付',
  sharedFen: '亲属账户支付',
  taxReceiptNo: '税务凭证号',
  settings: '设置',
  accessKey: '访问密钥',
  state: '状态',
};

const valueWords: Readonly<Record<string, string>> = {
  ...relationWords,
  ...purposeWords,
  ...roleWords,
  normal: '正常参保',
  suspended: '暂停参保',
  ended: '已解除',
  active: '有效',
};

/** Nothing in these fields means that there is no limit. */
const openFields: ReadonlySet<string> = new Set([
  'limitPaymentFen',
  'limitYearFen',
  'usableFrom',
  'usableTo',
]);

function valueText(label: string, value: unknown): string {
  if (value === null || value === undefined) return openFields.has(label) ? '不限' : '没有';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number')
    return label.endsWith('Fen') ? `${value < 0 ? '-' : ''}${yuanText(Math.abs(value))}` : String(value);
  if (Array.isArray(value)) return value.map((each) => valueText('', each)).join('、');
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return label === 'area' ? areaName(text) : (valueWords[text] ?? text);
}

type Payload = Readonly<Record<string, unknown>>;
const isPayload = (value: unknown): value is Payload =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What an action changed: `before` beside `after` where the action kept both, else the known facts that it kept. */
export function changesOf(payload: Payload): RecordChange[] {
  const { before } = payload;
  const after = isPayload(payload['after']) ? payload['after'] : payload;
  const was = isPayload(before) ? before : before === undefined ? {} : { role: before };
  return Object.keys(fieldWords).flatMap((field): RecordChange[] => {
    if (!(field in after)) return [];
    const is = valueText(field, after[field]);
    const label = fieldWords[field] ?? field;
    if (!(field in was)) return isPayload(before) ? [] : [{ label, before: null, after: is }];
    const old = valueText(field, was[field]);
    return old === is ? [] : [{ label, before: old, after: is }];
  });
}
