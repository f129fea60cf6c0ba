// What a search of uses finds as a table: for a spreadsheet, and as a paper with the sums of each year.
import { purposeWords } from '@gongji/contract';
import type { UsageSearch, UsageSearchBody, UsageSide } from '@gongji/contract';
import type { DocumentContent } from '@gongji/document';
import type { Sheet } from '../finance-export/sheet.ts';

const titles: Record<UsageSide, string> = {
  given: '家人使用我的个人账户的记录',
  received: '家人的个人账户为我付款的记录',
};
const minute = (instant: string) => instant.slice(0, 16).replace('T', ' ');
const yuan = (fen: number) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
const stateOf = ({ direction, reversed }: UsageSearch['items'][number]) =>
  direction === 'returned' ? '退回' : reversed ? '已退回' : '';

export function usageSheet({ items }: UsageSearch, side: UsageSide): Sheet {
  return {
    title: titles[side],
    columns: [
      { title: '时间', kind: 'text', width: 18 },
      { title: '账户所有人', kind: 'text', width: 12 },
      { title: '使用人', kind: 'text', width: 12 },
      { title: '用途', kind: 'text', width: 16 },
      { title: '地点', kind: 'text', width: 30 },
      { title: '地区', kind: 'text', width: 14 },
      { title: '金额（元）', kind: 'fen', width: 14 },
      { title: '说明', kind: 'text', width: 10 },
    ],
    rows: items.map((item) => [
      ...[minute(item.at), item.giver.name, item.member.name, item.purposeText, item.place, item.areaName],
      item.direction === 'returned' ? item.fen : -item.fen,
      stateOf(item),
    ]),
  };
}

/** `own`: who asks; `madeAt`: ISO instant. */
export function usagePaper(
  found: UsageSearch,
  { side, personNo, purpose, months }: UsageSearchBody,
  own: string,
  madeAt: string,
): DocumentContent {
  const other = found.people.find((person) => person.personNo === personNo);
  const of = [
    months === null ? '全部时间' : `最近 ${months} 个月`,
    other ? other.name : '所有家人',
    purpose === null ? '所有用途' : purposeWords[purpose],
  ].join('，');
  return {
    title: titles[side],
    number: madeAt.slice(0, 10),
    madeAt,
    issuer: '医保家庭共济（演示系统）',
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: '本人', value: own },
          { label: '范围', value: of },
          { label: '笔数', value: `${found.items.length}` },
          { label: '合计（已减去退回的）', value: `${yuan(found.netFen)} 元` },
        ],
      },
      ...found.years.flatMap(({ year, people, totalFen }) => [
        { kind: 'heading' as const, text: `${year} 年` },
        {
          kind: 'table' as const,
          columns: [
            { title: '家人', share: 3 },
            { title: '金额（元）', share: 2, align: 'end' as const },
          ],
          rows: people.map(({ person, fen }) => [person.name, yuan(fen)]),
          total: ['合计', yuan(totalFen)],
        },
      ]),
      { kind: 'heading', text: '每一笔' },
      {
        kind: 'table',
        columns: [
          { title: '时间', share: 4 },
          { title: side === 'given' ? '使用人' : '账户所有人', share: 3 },
          { title: '用途', share: 3 },
          { title: '地点', share: 6 },
          { title: '金额（元）', share: 3, align: 'end' },
          { title: '说明', share: 2 },
        ],
        rows: found.items.map((item) => [
          minute(item.at),
          side === 'given' ? item.member.name : item.giver.name,
          item.purposeText,
          `${item.place}（${item.areaName}）`,
          `${item.direction === 'returned' ? '+' : '-'}${yuan(item.fen)}`,
          stateOf(item),
        ]),
      },
    ],
  };
}
