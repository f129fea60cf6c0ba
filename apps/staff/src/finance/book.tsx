// How accounts, journals and sums are written and where they lead.
import type { BookAccount, BookPart } from '@gongji/contract';
import { accountKindWords } from '@gongji/contract/finance-words';
import { Link } from 'wouter';
import { fenToYuan } from '../shared/money.ts';
import type { DataColumn } from './DataTable.tsx';

/** An amount of the books in yuan; a debit has a minus sign. */
export const yuan = (fen: number | null): string => (fen === null ? '—' : fenToYuan(fen));

export const accountText = ({ kind, owner, ownerName, partYear }: BookAccount): string =>
  `${accountKindWords[kind]} ${ownerName ?? owner}${partYear === null ? '' : `（${partYear} 年资金）`}`;

/** Name of an account that leads to its entries of the period. */
export function AccountLink({ account, from, to }: { account: BookAccount; from: string; to: string }) {
  return <Link href={`/finance/accounts/${account.accountId}/${from}/${to}`}>{accountText(account)}</Link>;
}

export function JournalLink({ journalId }: { journalId: string | null }) {
  if (journalId === null || journalId === '') return '—';
  return <Link href={`/finance/journals/${journalId}`}>{journalId}</Link>;
}

/** First and last day of a month, 'YYYY-MM-DD'. */
export function daysOfMonth(month: string): { from: string; to: string } {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return { from: `${month}-01`, to: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) };
}

/** Opening, in, out and closing of a row. */
export const sumColumns: readonly DataColumn<
  Pick<BookPart, 'openingFen' | 'inFen' | 'outFen' | 'closingFen'>
>[] = [
  { title: '期初', isNumber: true, cell: ({ openingFen }) => yuan(openingFen) },
  { title: '收入', isNumber: true, cell: ({ inFen }) => yuan(inFen) },
  { title: '支出', isNumber: true, cell: ({ outFen }) => yuan(outFen) },
  { title: '期末', isNumber: true, cell: ({ closingFen }) => yuan(closingFen) },
];

export const partName = ({ kind, partYear }: BookPart): string =>
  `${accountKindWords[kind]}${partYear === null ? '' : `（${partYear} 年资金）`}`;

/** How a part stands in an address. */
export const partCode = ({ kind, partYear }: BookPart): string =>
  partYear === null ? kind : `${kind}.${partYear}`;
