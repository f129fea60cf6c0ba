// The money that patients may use now, for showing: balances are read without locks. Settling reads them again under locks.
import type { Purpose } from '@gongji/contract';
import { readPartsOfMany } from '@gongji/ledger';
import type { PoolClient } from 'pg';
import type { ServiceDeps } from '../deps.ts';
import { done } from '../kernel/result.ts';
import { transact } from '../kernel/transact.ts';
import type { RelationService } from '../relation/service.ts';
import { usedUnderLimit } from '../relation/used.ts';
import { shareableParts, wholeParts } from '../usage/shareable.ts';
import type { Purse } from './adjudicate.ts';
import { permittedGivers, readFacts } from './facts.ts';
import type { PersonFacts } from './facts.ts';

type Patient = Pick<PersonFacts, 'personNo' | 'area'>;
export interface Purses {
  own: Purse;
  /** In the order in which their money is used; only the shareable part. */
  givers: Purse[];
}

/** Purses of many bills, in order, with a few statements for all. */
export async function readPurses(
  { library }: Pick<ServiceDeps, 'library'>,
  relations: Pick<RelationService, 'activeGivers'>,
  client: PoolClient,
  asked: readonly { patient: Patient; today: string; purpose: Purpose }[],
): Promise<Purses[]> {
  const patients = [...new Set(asked.map(({ patient }) => patient.personNo))];
  const active = await relations.activeGivers(client, patients);
  const giverNos = active.map((giver) => giver.giverNo);
  const facts = giverNos.length === 0 ? new Map<string, PersonFacts>() : await readFacts(client, giverNos);
  const days = asked.map(({ today }) => today);
  const used = await usedUnderLimit(client, active, days);
  const parts = await readPartsOfMany(client, [...patients, ...giverNos]);
  const partsOf = ({ personNo, area }: Patient) =>
    (parts.get(personNo) ?? []).filter((part) => part.area === area);
  return asked.map(({ patient, today, purpose }) => {
    const { personNo, area } = patient;
    return {
      own: { personNo, area, parts: wholeParts(partsOf(patient)) },
      givers: permittedGivers(patient, active, facts, { purpose, today, used }).map((giver) => ({
        ...{ personNo: giver.personNo, area: giver.area, limits: giver.limits },
        parts: shareableParts(library, giver.area, today, partsOf(giver)),
      })),
    };
  });
}

/** Purses of one patient, in a transaction of their own. */
export async function pursesNow(
  deps: Pick<ServiceDeps, 'pool' | 'library'>,
  relations: Pick<RelationService, 'activeGivers'>,
  patient: Patient,
  on: { today: string; purpose: Purpose },
): Promise<Purses> {
  const read = await transact(deps.pool, async (client) =>
    done(await readPurses(deps, relations, client, [{ patient, ...on }])),
  );
  if (!read.ok || !read.value[0]) throw new Error('Purses were asked for and not read');
  return read.value[0];
}
