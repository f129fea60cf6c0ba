// The Chinese names of a policy file's keys and words, and its values as a person reads them.
import { inWords, isCalendarDay } from '../calendar.ts';
import type { Keys } from '../field-name.ts';
import type { DatedSection } from '../file/sections.ts';
import { percent, yuan } from '../money.ts';
import { GROUP_NAMES } from '../premium-lines.ts';

export type FigureSection = DatedSection | 'premium' | 'servicePhone';

/** In the order in which they are shown. */
export const SECTION_NAMES: Record<FigureSection, string> = {
  relations: '可以绑定的亲属',
  crossProvince: '跨省共济',
  binding: '绑定条件',
  shareable: '可以共济的资金',
  outpatient: '门诊待遇',
  premium: '居民医保缴费',
  waiting: '待遇等待期',
  newborn: '新生儿',
  paidElsewhere: '在别处已经缴费',
  familyAccount: '亲情账户',
  premiumFloor: '全国最低缴费标准',
  purposes: '资金用途',
  wallet: '医保钱包',
  accountFlag: '个人账户使用标志',
  interest: '个人账户利息',
  openHolds: '在途冻结',
  conventions: '计算约定',
  servicePhone: '服务电话',
};

/** Keys that add nothing to the name of what they hold have an empty name. */
const KEY_NAMES: Record<string, string> = {
  ...GROUP_NAMES,
  accountOrder: '付款顺序',
  afterWindow: '缴费期后缴费',
  allowed: '允许的亲属',
  amounts: '个人缴费',
  amountsWithoutGroup: '查到而没有记录谁缴的金额',
  asLevel: '参照医院级别',
  balanceAboveFen: '个人账户余额须高于',
  blocks: '不能再缴',
  by: '方式',
  cap: '年度最高支付限额',
  catalogue: '适用的医保目录',
  chronic: '门诊慢性病',
  chronicAccrual: '慢性病费用计入普通门诊年度累计',
  chronicUnregistered: '没有登记或登记失效的慢性病',
  clearing: '清算',
  closedFrom: '停用时段开始',
  closedTo: '停用时段结束',
  countedFrom: '断保年数计算起点',
  coverage: '待遇期',
  coverageYear: '年度',
  coveredFrom: '待遇开始',
  currentYearPerMillion: '当年计入的年利率（百万分之）',
  day: '',
  daysOfYear: '一年按天数',
  decision: '办理方式',
  daysAtLeast: '数据更新最少',
  daysAtMost: '数据更新最多',
  deductible: '起付线',
  deductibleAccrual: '起付线累计',
  diseases: '病种',
  elsewhere: '参保地以外就医',
  employee: '职工',
  ends: '',
  endsWithGiversInsurance: '授权人参保转移或终止时自动结束',
  endsWithInsurance: '参保终止时自动结束',
  fen: '',
  filed: '已备案',
  filing: '异地就医备案',
  fixed: '固定等待期',
  flagOne: '机构只报“使用本人个账”（1）时',
  forbidden: '不得用于',
  given: '',
  fund: '统筹基金',
  giver: '授权人',
  givers: '',
  giversPerMember: '一名成员的授权人数上限',
  inService: '在职',
  inServiceFen: '在职',
  insuredElsewhere: '上一年在外地参保',
  kind: '种类',
  lapsed: '备案已失效',
  lateMonthsRunFrom: '逾期缴费等待月数起算',
  level1: '一级医院',
  level1Fen: '一级医院',
  level2: '二级医院',
  level2Fen: '二级医院',
  level3: '三级医院',
  level3Fen: '三级医院',
  longGap: '长期断保',
  member: '使用人',
  memberLimit: '成员人数上限',
  members: '',
  workingDays: '',
  method: '计息方法',
  missedYears: '断保年数达到',
  mode: '',
  months: '',
  monthsAtLeast: '等待期至少',
  monthsLessPerYear: '每补缴一年减少',
  monthsPerMissedYear: '每断保一年增加',
  mostPerTransferFen: '每次最多',
  notAcceptedReturns: '未接收的次日退回时间',
  notPayableFromAccounts: '个人账户不能支付的部分',
  number: '',
  options: '地区选项',
  of: '',
  ordinary: '普通门诊',
  otherFen: '18 岁及以上',
  part: '',
  partOrder: '本人账户使用顺序',
  payableFromAccounts: '个人账户可以支付的部分',
  people: '',
  peopleInFamily: '一个家庭的人数上限',
  permitted: '可以用于',
  personalFen: '个人缴费',
  pharmacy: '药店购药',
  pointsLess: '报销比例降低',
  ratePerTenThousand: '报销比例',
  priorYearPerMillion: '历年结余的年利率（百万分之）',
  rates: '利率',
  ratio: '报销比例',
  reading: '算法',
  registeredWithinDays: '出生后须在期限内登记',
  mostMembers: '一人最多添加的家人',
  mostHoldersPerMember: '一人的医保码最多由几个人出示',
  relationDates: '共济关系的起止日期',
  relations: '共济关系',
  reviewWithin: '审核时限',
  relationsInGuide: '本地指引',
  repair: '补缴',
  resident: '居民',
  retired: '退休',
  retiredFen: '退休',
  reversal: '退费后的年度累计',
  rounding: '取整到分',
  scheme: '参保险种',
  schemes: '参保险种',
  status: '医保状态',
  stopThereFirst: '须先在外地停保',
  studentFen: '学生',
  subsidy: '财政补助',
  subsidyFen: '财政补助',
  transfersPerDay: '每天最多',
  under18NotAtSchoolFen: '未满 18 岁、不在校',
  unfiled: '没有备案',
  unlimited: '不设限额',
  upTo: '比例是“最高可达”的数',
  uses: '用途',
  variable: '变动等待期',
  warnDaysBefore: '失效前提醒',
  waitingMonths: '等待期',
  where: '参保地',
  whenRelationEnds: '关系解除时',
  window: '集中缴费期',
};

/** Where the same key means something else in one place. */
const NAMES_BY_FIELD: Record<string, string> = {
  'crossProvince.allowed': '是否开通',
  'premium.amounts.ordinary': GROUP_NAMES.ordinary,
};

const WORDS: Record<string, string> = {
  'above-cap': '超过限额的部分',
  all: '全部余额',
  'as-at-hospital': '与医院相同',
  'as-ordinary': '按普通门诊',
  automatic: '提交后自动核验，即时办结',
  birth: '从出生之日起',
  'calendar-year-across-institutions': '按自然年，各机构合并计算',
  cash: '现金',
  child: '子女',
  'closing-balance': '按年末余额',
  'current-year': '当年资金',
  'daily-product': '按日积数',
  deductible: '起付线以内',
  down: '舍去不足一分的部分',
  employee: '职工医保',
  'every-missed-year': '断缴的每一年都加月数',
  finish: '继续支付',
  'frozen-quota': '冻结额度',
  givers: '授权人（按绑定顺序）',
  grandchild: '孙子女、外孙子女',
  grandparent: '祖父母、外祖父母',
  'half-up': '四舍五入',
  'insured-area': '参保地的目录',
  'later-bills-stay': '退回这张账单计入的数，之后的账单不重算',
  'long-term-care-premium': '长期护理保险缴费',
  own: '只用本人账户',
  'own-then-shared': '先用本人账户，再用共济账户',
  'many-to-many': '多对多',
  'medical-costs': '医疗费用',
  'missed-years-less-one': '断缴的第一年不另加月数',
  monthly: '按月',
  none: '不计入',
  normal: '正常',
  notRecorded: '没有记录',
  optional: '可以设',
  nothing: '不支付',
  'ordinary-benefit': '按普通门诊',
  'over-price-limit': '超限价自付',
  'own-share': '按比例自付',
  parent: '父母',
  'payment-day': '从缴费当天算起',
  'place-of-treatment': '就医地的目录',
  'pre-self-paid': '先行自付',
  'prior-year': '历年结余',
  required: '必须设',
  reduced: '降低比例支付',
  release: '解冻，退回授权人的账户',
  resident: '居民医保',
  'resident-premium': '居民医保缴费',
  review: '由工作人员审核',
  'same-province': '与授权人同一个省',
  self: '本人账户',
  sibling: '兄弟姐妹',
  spouse: '配偶',
  transfer: '转账',
  'wallet-quota': '医保钱包额度',
  'wholly-self-paid': '全自费',
};

const UNITS: Record<string, string> = {
  coverageYear: ' 年度',
  daysAtLeast: ' 天',
  daysAtMost: ' 天',
  givers: ' 名',
  members: ' 名',
  workingDays: ' 个工作日',
  missedYears: ' 年',
  months: ' 个月',
  monthsAtLeast: ' 个月',
  monthsLessPerYear: ' 个月',
  monthsPerMissedYear: ' 个月',
  people: ' 人',
  registeredWithinDays: ' 天',
  mostMembers: ' 位',
  mostHoldersPerMember: ' 人',
  transfersPerDay: ' 次',
  warnDaysBefore: ' 天',
  waitingMonths: ' 个月',
};

/** What the figure under these keys of a section is called: 普通门诊 · 职工 · 起付线 · 一级医院. */
export function figureName(section: FigureSection, keys: Keys): string {
  const names = keys.map((key, index) => {
    const field = [section, ...keys.slice(0, index + 1)].join('.');
    return NAMES_BY_FIELD[field] ?? KEY_NAMES[String(key)] ?? String(key);
  });
  return names.filter((name) => name !== '').join(' · ') || SECTION_NAMES[section];
}

function numberText(value: number, keys: Keys): string {
  const key = String(keys.at(-1));
  if (key === 'fen' || key.endsWith('Fen')) return yuan(value);
  if (key === 'ratePerTenThousand' || key === 'pointsLess' || keys.includes('ratio')) return percent(value);
  return `${value}${UNITS[key] ?? ''}`;
}

/** The value as a person reads it: fen as yuan, rates as percent, words of the file in Chinese, lists with 、 or ；. */
export function figureText(value: unknown, keys: Keys): string {
  if (Array.isArray(value)) {
    const items = value.map((item) => figureText(item, keys));
    return items.join(items.some((item) => item.includes('、')) ? '；' : '、');
  }
  if (typeof value === 'number') return numberText(value, keys);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (value !== null && typeof value === 'object' && 'name' in value) return String(value.name);
  const text = String(value);
  return isCalendarDay(text) ? inWords(text) : (WORDS[text] ?? text);
}
