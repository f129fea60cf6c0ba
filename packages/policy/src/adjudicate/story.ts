// What the words of one bill's lines are made from: the question, its row in the tables, and the cell that decided.
import type { QuoteAccount, QuoteInput } from '../types.ts';
import type { BillTable } from './bill-table.ts';
import type { Cell, Conventions, Outpatient } from './cell.ts';
import type { CompiledPolicy } from './compile.ts';
import type { LineTable } from './line-table.ts';
import type { ResultTable } from './result-table.ts';

export interface Story {
  policy: CompiledPolicy;
  input: QuoteInput;
  /** In the order of use, as in the rows of the table. */
  accounts: readonly QuoteAccount[];
  bills: BillTable;
  results: ResultTable;
  lines: LineTable;
  row: number;
  cell: Cell;
  outpatient: Outpatient;
  conventions: Conventions;
}

/** One flat line. */
export interface Told {
  fen: number;
  first: number;
  second: number;
  /** Place of the account among the accounts of the bill, in the order of use; undefined for other lines. */
  account: QuoteAccount | undefined;
  /** Number of the giver, from 1. */
  giver: number;
}

export function storyOf(
  policy: CompiledPolicy,
  input: QuoteInput,
  accounts: readonly QuoteAccount[],
  tables: Pick<Story, 'bills' | 'results' | 'lines' | 'row'>,
): Story {
  const { results, row } = tables;
  const slice = policy.slices[results.slice[row]!];
  const cell = policy.cells[results.cell[row]!];
  if (slice == null || cell == null) throw new Error('a refused bill has no story');
  const { outpatient, conventions } = slice;
  return { ...tables, policy, input, accounts, cell, outpatient, conventions };
}

export function told({ bills, lines, row, accounts }: Story, at: number): Told {
  const place = lines.account[at]! - bills.accountStart[row]!;
  const account = lines.account[at]! < 0 ? undefined : accounts[place];
  const isOwnFirst = accounts[0]?.owner === 'self';
  return {
    fen: lines.fen[at]!,
    first: lines.first[at]!,
    second: lines.second[at]!,
    account,
    giver: isOwnFirst ? place : place + 1,
  };
}
