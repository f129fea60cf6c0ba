// The Chinese words of the books: kinds of accounts, journals, differences and what may be done about them.
import type {
  CaseDifference,
  CaseResolution,
  LedgerAccountKind,
  ReconciliationSource,
} from './schemas/finance.ts';

export const accountKindWords: Record<LedgerAccountKind, string> = {
  personal: '个人账户',
  quota: '跨省共济冻结额度',
  fund: '统筹基金',
  payable: '应付定点机构',
  'tax-payable': '应付税务（居民保费）',
  'cash-transit': '支付渠道在途现金',
  clearing: '地区间往来',
  suspense: '暂挂款',
  contributions: '缴费收入',
  interest: '利息支出',
};

const journalKinds: Readonly<Record<string, string>> = {
  opening: '期初导入',
  contribution: '单位和个人缴费划入',
  settlement: '医药费用结算',
  'settlement-reversal': '结算退费',
  premium: '居民医保费',
  interest: '利息',
  expiry: '预留到期退回',
  'relation-ended': '解绑退回预留',
  'clearing-settlement': '地区间清算',
  'reconciliation-suspense': '对账差异转暂挂',
  'reconciliation-given-back': '暂挂款冲回',
  'reconciliation-fund-bears': '基金承担差异',
};

/** What a journal is, by its kind; an unknown kind is shown as it is. */
export const journalKindWord = (kind: string): string => journalKinds[kind] ?? kind;

export const sourceWords: Record<ReconciliationSource, string> = { tax: '税务部门', cash: '支付渠道' };

export const differenceWords: Record<CaseDifference, string> = {
  'missing-there': '我方有、对方账单没有',
  'unknown-here': '对方有、我方没有',
  'amount-differs': '金额不一致',
  'duplicate-there': '对方账单重复',
  'open-here': '对方已办、我方还没办完',
  'returned-here': '我方已退、对方又成功',
};

export const resolutionWords: Record<CaseResolution, { name: string; effect: string }> = {
  'other-side-corrects': { name: '对方更正', effect: '由对方改他们的账，我方不记账。' },
  'arrived-late': { name: '已在后面的账单里', effect: '后来的账单里有这一笔，我方不记账。' },
  'settled-here': { name: '我方已办完', effect: '我方这一笔后来办成了，与对方一致，不记账。' },
  'to-suspense': { name: '转暂挂', effect: '按对方的金额记账，差额放进暂挂款，等查清归属。' },
  'given-back': { name: '对方已退回', effect: '冲回暂挂款，账上与对方重新一致。' },
  'fund-bears': { name: '统筹基金承担', effect: '从居民统筹基金付出，结清暂挂款。' },
};
