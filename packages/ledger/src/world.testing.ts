// A fresh ledger for tests, with money to move and words for the usual commands.
import { testDatabase } from '@gongji/database/testing';
import { createLedger, ledgerMigrations } from './index.ts';
import type { AccountRef, CaptureCommand, HoldId, Leg, PostCommand } from './index.ts';

export const area = '340500';
export const day = '2024-10-15';
export const at = new Date('2024-10-15T09:00:00+08:00');
export const stamp = { area, kind: 'test', reference: 'ref', businessDate: day, at };
export const source: AccountRef = { area, kind: 'contributions', owner: 'all' };
export const hospital: AccountRef = { area, kind: 'payable', owner: 'H1' };
export const tax: AccountRef = { area, kind: 'tax-payable', owner: 'bureau' };
export const suspense: AccountRef = { area, kind: 'suspense', owner: 'late' };

let serial = 0;
export const nextKey = () => `key-${(serial += 1)}`;
export const move = (from: AccountRef, to: AccountRef, amountFen: number): Leg[] => [
  { account: from, amountFen: -amountFen },
  { account: to, amountFen },
];
export const part = (owner: string, partYear = 2024, ofArea = area): AccountRef => ({
  area: ofArea,
  kind: 'personal',
  owner,
  partYear,
});
export const newPerson = () => `P${(serial += 1)}`;
export type World = Awaited<ReturnType<typeof openWorld>>;

export async function openWorld() {
  const database = await testDatabase({ migrations: [ledgerMigrations] });
  const ledger = createLedger({ pool: database.appPool });

  const post = (legs: Leg[], more: Partial<PostCommand> = {}) =>
    ledger.submit({ type: 'post', ...stamp, key: nextKey(), legs, ...more });
  async function posted(legs: Leg[], more: Partial<PostCommand> = {}) {
    const outcome = await post(legs, more);
    if (!outcome.ok) throw new Error(outcome.reason);
    return outcome.journalId;
  }
  async function funded(amountFen: number, partYear = 2024): Promise<AccountRef> {
    const account = part(newPerson(), partYear);
    await posted(move({ ...source }, account, amountFen));
    return account;
  }
  async function held(legs: { account: AccountRef; amountFen: number }[], more = {}): Promise<HoldId> {
    const outcome = await ledger.submit({
      ...{ type: 'hold', ...stamp, key: nextKey(), legs, expiresAt: new Date('2024-10-15T10:00:00+08:00') },
      ...more,
    });
    if (!outcome.ok) throw new Error(outcome.reason);
    return outcome.holdId;
  }
  const capture = (holdId: HoldId, to: Leg[], more: Partial<CaptureCommand> = {}) =>
    ledger.submit({ type: 'capture', ...stamp, key: nextKey(), holdId, to, ...more });
  const figures = async (account: AccountRef) => {
    const [balance] = await ledger.balances([account]);
    return balance && [balance.netFen, balance.heldFen];
  };

  const close = async () => {
    await ledger.close();
    await database.drop();
  };
  return { database, ledger, post, posted, funded, held, capture, figures, close };
}
