// The tables of finance that can go out as a file: each asks the same call as its page.
import {
  accountKindWords,
  differenceWords,
  journalKindWord,
  resolutionWords,
  sourceWords,
} from '@gongji/contract';
import type { BookAccount } from '@gongji/contract';
import type { Context, Result, Services } from '@gongji/service';
import type { Column, Sheet } from './sheet.ts';

/** What a table is of, from the address; a missing one is an empty text, which the service refuses. */
type Query = (name: string) => string;
type Table = (services: Services, context: Context, query: Query) => Promise<Result<Sheet>>;

const text = (title: string, width = 18): Column => ({ title, kind: 'text', width });
const count = (title: string): Column => ({ title, kind: 'count', width: 10 });
const fen = (title: string): Column => ({ title: `${title}（元）`, kind: 'fen', width: 16 });

function sheetOf<Value, Item>(
  asked: Result<Value>,
  title: (value: Value) => string,
  columns: readonly Column[],
  items: (value: Value) => readonly Item[],
  cells: (item: Item) => (string | number | null)[],
): Result<Sheet> {
  if (!asked.ok) return asked;
  const { value } = asked;
  return { ok: true, value: { title: title(value), columns, rows: items(value).map(cells) } };
}

const partColumns = [
  text('科目'),
  text('资金年份', 10),
  ...['期初余额', '收入', '支出', '期末余额'].map(fen),
];
const accountColumns = [text('科目'), text('户主'), text('名称', 26), text('资金年份', 10)];
const accountCells = ({ kind, owner, ownerName, partYear }: BookAccount) => [
  accountKindWords[kind],
  owner,
  ownerName,
  partYear === null ? null : String(partYear),
];
const sums = (row: { openingFen: number; inFen: number; outFen: number; closingFen: number }) => [
  row.openingFen,
  row.inFen,
  row.outFen,
  row.closingFen,
];

export const financeTables: Readonly<Record<string, Table>> = {
  day: async ({ finance }, context, query) =>
    sheetOf(
      await finance.day(context, query('day')),
      ({ day }) => `日结 ${day}`,
      partColumns,
      ({ parts }) => parts,
      (part) => [accountKindWords[part.kind], part.partYear && String(part.partYear), ...sums(part)],
    ),
  month: async ({ finance }, context, query) =>
    sheetOf(
      await finance.month(context, query('month')),
      ({ month }) => `月结 ${month}`,
      partColumns,
      ({ parts }) => parts,
      (part) => [accountKindWords[part.kind], part.partYear && String(part.partYear), ...sums(part)],
    ),
  accounts: async ({ finance }, context, query) =>
    sheetOf(
      await finance.movedAccounts(context, query('day'), query('part')),
      ({ day }) => `当日账户 ${day}`,
      [...accountColumns, fen('收入'), fen('支出')],
      ({ items }) => items,
      (item) => [...accountCells(item), item.inFen, item.outFen],
    ),
  entries: async ({ finance }, context, query) =>
    sheetOf(
      await finance.entries(context, query('account'), query('from'), query('to')),
      ({ account, from }) => `明细账 ${account.owner.slice(0, 12)} ${from}`,
      [text('日期', 12), text('事项'), text('业务编号', 34), text('凭证号'), fen('金额'), fen('余额')],
      ({ entries }) => entries,
      (entry) => [
        ...[entry.day, journalKindWord(entry.kind), entry.reference, entry.journalId],
        ...[entry.amountFen, entry.balanceFen],
      ],
    ),
  cases: async ({ reconciliation }, context, query) => {
    const state = query('state');
    return sheetOf(
      await reconciliation.list(context, state === 'open' || state === 'resolved' ? { state } : {}),
      () => '对账差异',
      [
        ...[text('账单日', 12), text('对方'), text('差异', 24), text('业务编号', 34), text('对方单号')],
        ...[fen('我方金额'), fen('对方金额'), text('状态', 10), text('处理', 20), text('发现时间', 26)],
      ],
      (cases) => cases,
      (one) => [
        ...[one.day, sourceWords[one.source], differenceWords[one.difference], one.reference, one.number],
        ...[one.oursFen, one.theirsFen, one.state === 'open' ? '待处理' : '已处理'],
        ...[one.resolution && resolutionWords[one.resolution].name, one.openedAt],
      ],
    );
  },
  holds: async ({ finance }, context) =>
    sheetOf(
      await finance.holds(context),
      () => '预留资金',
      [
        ...[text('预留日', 12), text('事项'), text('业务编号', 34), text('户主'), text('人员编号')],
        ...[fen('金额'), text('到期时间', 26), text('状态', 24)],
      ],
      ({ items }) => items,
      (hold) => [
        ...[hold.day, journalKindWord(hold.kind), hold.reference],
        ...[hold.owner?.name ?? null, hold.owner?.personNo ?? null, hold.fen, hold.expiresAt],
        hold.inDoubt ? '已送出，等待对方结果' : '未送出，到期退回',
      ],
    ),
  refunds: async ({ finance }, context, query) =>
    sheetOf(
      await finance.refunds(context, query('month')),
      ({ month }) => `退款 ${month}`,
      [
        ...[text('日期', 12), text('事项'), text('业务编号', 34), text('机构', 26)],
        ...[fen('退回账户和基金'), fen('退回现金'), text('状态', 10), text('凭证号')],
      ],
      ({ items }) => items,
      (refund) => [
        refund.day,
        refund.kind === 'premium' ? '居民医保费退回' : '结算退费',
        ...[refund.reference, refund.place, refund.accountFen, refund.cashFen],
        ...[refund.state === 'done' ? '已退' : '退款中', refund.journalId],
      ],
    ),
  payables: async ({ finance }, context, query) =>
    sheetOf(
      await finance.payables(context, query('month')),
      ({ month }) => `应付机构 ${month}`,
      [text('机构编码'), text('机构名称', 26), ...['期初应付', '本月新增', '本月减少', '期末应付'].map(fen)],
      ({ items }) => items,
      (item) => [item.owner, item.ownerName, ...sums(item)],
    ),
  clearing: async ({ finance }, context) =>
    sheetOf(
      await finance.clearing(context),
      () => '地区间清算',
      [
        ...[text('月份', 10), text('对方地区'), text('范围', 10), count('笔数')],
        ...[fen('应付'), fen('应收'), text('清算凭证')],
      ],
      ({ months }) => months.flatMap(({ month, positions }) => positions.map((each) => ({ month, ...each }))),
      (position) => [
        ...[position.month, position.otherAreaName],
        ...[position.scope === 'in-province' ? '省内' : '跨省', position.entries],
        ...[Math.max(position.fen, 0), Math.max(-position.fen, 0), position.journalId],
      ],
    ),
  'clearing-entries': async ({ finance }, context, query) =>
    sheetOf(
      await finance.clearingEntries(context, query('month'), query('area')),
      ({ month, otherAreaName }) => `清算明细 ${month} ${otherAreaName}`,
      [text('日期', 12), text('事项'), text('业务编号', 34), text('凭证号'), fen('应付（负数为应收）')],
      ({ items }) => items,
      (item) => [item.day, journalKindWord(item.kind), item.reference, item.journalId, item.fen],
    ),
  statement: async ({ finance }, context, query) =>
    sheetOf(
      await finance.statement(context, {
        person: query('person'),
        from: query('from'),
        to: query('to'),
      }),
      ({ owner }) => `对账单 ${owner.personNo}`,
      [
        ...[text('日期', 12), text('事项'), text('业务编号', 34), text('资金年份', 10)],
        ...[fen('金额'), fen('该年余额'), text('凭证号')],
      ],
      ({ from, to, openingFen, closingFen, lines }) => [
        { ...edge(from, '期初余额'), balanceFen: openingFen },
        ...lines,
        { ...edge(to, '期末余额'), balanceFen: closingFen },
      ],
      (line) => [
        line.day,
        journalKindWord(line.kind),
        line.reference,
        line.partYear === 0 ? null : String(line.partYear),
        line.journalId === '' ? null : line.amountFen,
        ...[line.balanceFen, line.journalId],
      ],
    ),
};

/** First and last line of a statement. */
const edge = (day: string, kind: string) => ({
  ...{ day, kind, reference: '', partYear: 0, amountFen: 0, journalId: '' },
});
