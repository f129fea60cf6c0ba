// Writes the rows of a batch of settled bills, a few statements for all of them.
import type { InstitutionMark } from '@gongji/contract';
import type { YearToDate } from '@gongji/policy';
import type { PoolClient } from 'pg';
import type { ServiceDeps } from '../deps.ts';
import { appendActions } from '../kernel/action.ts';
import type { Context } from '../kernel/context.ts';
import { recordDecisions } from '../kernel/decision.ts';
import { notifyChanged } from '../kernel/notify.ts';
import { writeNotices } from '../notice/write.ts';
import { recordUsages } from '../usage/record.ts';
import { accumulatorKey, writeAccumulators, yearOf } from './accumulator.ts';
import type { Adjudicated } from './adjudicate.ts';
import { insertBills } from './bill.ts';
import type { Bill } from './bill.ts';
import { purposeOf } from './facts.ts';
import type { PersonFacts } from './facts.ts';
import { addForms, packLines } from './trace.ts';
import type { AreaForm } from './trace.ts';

export interface Settled {
  context: Context;
  institution: InstitutionMark;
  patient: PersonFacts;
  adjudicated: Adjudicated;
  bill: Bill;
}

const subjectOf = ({ bill }: Settled) =>
  ({ subjectKind: 'settlement', subjectId: bill.settlementId, area: bill.area }) as const;

/** `accumulators`: as they stand after the batch, locked. */
export async function writeSettled(
  { pool, cipher }: Pick<ServiceDeps, 'pool' | 'cipher'>,
  tx: PoolClient,
  settled: readonly Settled[],
  accumulators: ReadonlyMap<string, YearToDate>,
): Promise<void> {
  if (settled.length === 0) return;
  await insertBills(
    tx,
    settled.map(({ bill }) => bill),
  );
  await writeAccumulators(tx, countedOf(settled, accumulators));
  await recordUsages(
    tx,
    settled.flatMap((one) =>
      one.adjudicated.takings
        .filter((taking) => taking.personNo !== one.patient.personNo)
        .map((taking) => ({
          area: taking.area,
          giverNo: taking.personNo,
          memberNo: one.patient.personNo,
          purpose: purposeOf(one.institution),
          place: one.institution.name,
          placeArea: one.institution.area,
          at: one.context.at,
          businessDate: one.context.today,
          direction: 'used' as const,
          parts: taking.parts,
          subjectKind: 'settlement' as const,
          subjectId: one.bill.settlementId,
        })),
    ),
  );
  const forms: AreaForm[] = [];
  await recordDecisions(
    tx,
    settled.map((one) => ({
      ...subjectOf(one),
      policy: one.adjudicated.result.policy,
      inputs: one.adjudicated.input,
      trace: packLines(one.bill.area, one.adjudicated.result.lines, forms),
      outcome: `settled ${one.bill.result.totalFen} fen`,
      at: one.context.at,
    })),
    { areNew: true },
  );
  await addForms(pool, forms, tx);
  await appendActions(
    tx,
    cipher,
    settled.map((one) => {
      const { totalFen, fundFen, ownAccountFen, sharedFen, cashFen } = one.bill.result;
      return {
        context: one.context,
        action: {
          ...subjectOf(one),
          kind: 'settled',
          payload: {
            quoteId: one.bill.quoteId,
            institutionCode: one.institution.code,
            journalId: one.bill.journalId,
            totalFen,
            fundFen,
            ownAccountFen,
            sharedFen,
            cashFen,
          },
        },
      };
    }),
    { areNew: true },
  );
  await writeNotices(
    tx,
    settled.map(({ context, institution, patient, bill }) => ({
      ...{ kind: 'settled' as const, personNo: patient.personNo, area: patient.area, at: context.at },
      reference: `${bill.settlementId}:settled`,
      ...{ subjectKind: 'settlement' as const, subjectId: bill.settlementId },
      ...{ fen: bill.result.totalFen, place: institution.name },
    })),
  );
  await notifyChanged(
    tx,
    settled.flatMap((one) => [
      one.patient.personNo,
      one.institution.code,
      ...one.adjudicated.takings.map((taking) => taking.personNo),
    ]),
  );
}

function countedOf(settled: readonly Settled[], accumulators: ReadonlyMap<string, YearToDate>) {
  const names = new Map(
    settled.map(({ patient, context }) => {
      const name = { personNo: patient.personNo, area: patient.area, year: yearOf(context.today) };
      return [accumulatorKey(name), name] as const;
    }),
  );
  return [...names].flatMap(([key, name]) => {
    const yearToDate = accumulators.get(key);
    return yearToDate ? [{ ...name, ...yearToDate }] : [];
  });
}
