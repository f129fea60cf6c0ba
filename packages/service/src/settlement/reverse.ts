// Reverses a settlement exactly, once: money to its accounts and years, accumulators by this bill's amounts.
import { openBooks } from '@gongji/ledger';
import type { Books, JournalId } from '@gongji/ledger';
import { giveBack } from '@gongji/policy';
import type { GiveBackResult } from '@gongji/policy';
import type { PoolClient } from 'pg';
import type { ServiceDeps } from '../deps.ts';
import { appendAction } from '../kernel/action.ts';
import type { Context } from '../kernel/context.ts';
import { idempotent } from '../kernel/idempotent.ts';
import { notifyChanged } from '../kernel/notify.ts';
import { place } from '../kernel/place.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { transact } from '../kernel/transact.ts';
import { writeNotices } from '../notice/write.ts';
import { returnUsages } from '../usage/record.ts';
import { accumulatorKey, readAccumulators, writeAccumulators, yearOf } from './accumulator.ts';
import { findBill } from './bill.ts';
import type { BillRecord } from './bill.ts';
import { tillOf } from './institution.ts';
import { actorOf } from './settle.ts';

/** Only by the institution that settled; also after a relation has ended, the money goes back to its giver. */
export async function reverseBill(
  { pool, cipher, library }: Pick<ServiceDeps, 'pool' | 'cipher' | 'library'>,
  context: Context,
  settlementId: string,
  reason: string,
  key: string,
): Promise<Result<{ settlementId: string }>> {
  const till = await tillOf(pool, context.actor);
  if (!till.ok) return till;
  const content = { call: 'settlement.reverse', settlementId, reason };
  return transact(pool, (client) =>
    idempotent(client, cipher, { context, area: till.value.area, key, content }, async () => {
      const bill = await findBill(client, settlementId);
      if (bill?.institutionCode !== till.value.code) return refuse('not-found');
      // Whoever settles or reverses a bill of this area waits here for the other.
      const books = openBooks(client);
      await books.lock([], { areas: [bill.area], journals: bill.journalId === null ? [] : [bill.journalId] });
      const givenBack = await giveBackAccumulators(client, library, bill);
      if (!givenBack) return refuse('already-reversed', { settlementId });
      const journalId = await reverseMoney(books, context, bill);
      await client.query(
        `insert into gongji.bill_reversal (settlement_id, area, actor, at, business_date, reason_enc, journal_id)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          settlementId,
          bill.area,
          actorOf(context),
          context.at,
          context.today,
          cipher.encrypt(reason, place('bill_reversal.reason_enc', settlementId)),
          journalId,
        ],
      );
      const giverNos = await returnUsages(client, settlementId, context);
      await appendAction(client, cipher, context, {
        subjectKind: 'settlement',
        subjectId: settlementId,
        area: bill.area,
        kind: 'reversed',
        payload: {
          journalId,
          totalFen: bill.result.totalFen,
          yearToDate: { ...givenBack.yearToDate },
          option: givenBack.option,
          policy: { ...givenBack.policy },
          explanation: givenBack.lines.map((line) => line.text),
        },
        words: reason,
      });
      await writeNotices(client, [
        {
          ...{ kind: 'settlement-reversed', personNo: bill.patientNo, area: bill.area, at: context.at },
          ...{ reference: `${settlementId}:reversed`, fen: bill.result.totalFen },
          ...{ subjectKind: 'settlement', subjectId: settlementId },
        },
      ]);
      await notifyChanged(client, [bill.patientNo, bill.institutionCode, ...giverNos]);
      return done({ settlementId });
    }),
  );
}

/** Undefined when the bill was reversed already, which only shows under the lock. */
async function giveBackAccumulators(
  client: PoolClient,
  library: ServiceDeps['library'],
  bill: BillRecord,
): Promise<GiveBackResult | undefined> {
  const { area, businessDate: date } = bill;
  const name = { personNo: bill.patientNo, area, year: yearOf(date) };
  const yearToDate = (await readAccumulators(client, [name])).get(accumulatorKey(name));
  if (!yearToDate) throw new Error('An accumulator was not read');
  const { rowCount } = await client.query('select 1 from gongji.bill_reversal where settlement_id = $1', [
    bill.settlementId,
  ]);
  if (rowCount !== 0) return undefined;
  const added = { deductibleFen: bill.deductibleAddedFen, fundPaidFen: bill.fundAddedFen };
  const back = giveBack(library, { area, date, yearToDate, added });
  if (!back.ok) throw new Error(`The policy of a settled bill is gone: ${back.reason.message}`);
  await writeAccumulators(client, [{ ...name, ...back.value.yearToDate }]);
  return back.value;
}

async function reverseMoney(books: Books, context: Context, bill: BillRecord): Promise<JournalId | null> {
  if (bill.journalId === null) return null;
  const reversed = books.reverse({
    type: 'reverse',
    area: bill.area,
    key: `settlement:${bill.settlementId}:reversal`,
    kind: 'settlement-reversal',
    reference: bill.settlementId,
    businessDate: context.today,
    at: context.at,
    journalId: bill.journalId,
  });
  if (!reversed.ok) throw new Error(`The ledger refused to reverse a settlement: ${reversed.reason}`);
  await books.flush();
  return reversed.journalId;
}
