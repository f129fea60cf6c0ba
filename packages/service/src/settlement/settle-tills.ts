// Settles what tills ask for, a batch at a time, and answers each with its settlement.
import type { PoolClient } from 'pg';
import type { ServiceDeps } from '../deps.ts';
import type { Context } from '../kernel/context.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { RelationService } from '../relation/service.ts';
import { findBills } from './bill.ts';
import { tillsOf } from './institution.ts';
import { settleBatch } from './settle.ts';
import { sealedSettlements } from './view.ts';
import type { SealedSettlement } from './view.ts';

export interface TillItem {
  context: Context;
  quoteId: string;
  key: string;
}

/** Refused: those of `tillOf` and of `settleBatch`; `not-found` for an earlier settlement of another institution. */
export async function settleTills(
  deps: Pick<ServiceDeps, 'pool' | 'library' | 'cipher'>,
  relations: Pick<RelationService, 'activeGivers'>,
  tx: PoolClient,
  items: readonly TillItem[],
): Promise<Result<SealedSettlement>[]> {
  const tills = await tillsOf(
    tx,
    items.map(({ context }) => context.actor),
  );
  const going = items.flatMap((item, index) => {
    const till = tills[index]!;
    return till.ok ? [{ ...item, institution: till.value }] : [];
  });
  const settled = going.length === 0 ? [] : await settleBatch(deps, relations, tx, going);
  const earlier = await findBills(
    tx,
    settled.flatMap((one) => (one.ok && !one.value.bill ? [one.value.settlementId] : [])),
  );
  const bills = settled.map((one, index): Result<SealedSettlement['bill']> => {
    if (!one.ok) return one;
    const { institution } = going[index]!;
    const { bill, settlementId } = one.value;
    if (bill) return done({ ...bill, institution, reversal: null });
    const record = earlier.get(settlementId);
    return record?.institutionCode === institution.code ? done(record) : refuse('not-found');
  });
  const sealed = await sealedSettlements(
    tx,
    bills.flatMap((bill) => (bill.ok ? [bill.value] : [])),
  );
  let [next, nextSealed] = [0, 0];
  return tills.map((till): Result<SealedSettlement> => {
    if (!till.ok) return till;
    const bill = bills[next++]!;
    return bill.ok ? done(sealed[nextSealed++]!) : bill;
  });
}
