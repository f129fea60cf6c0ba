// The patient at the till, found by the own credential only.
import type { TillPatient } from '@gongji/contract';
import type { ServiceDeps } from '../deps.ts';
import type { Context } from '../kernel/context.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { markOf } from '../person/mark.ts';
import { findPerson, findPersonByIdNumber } from '../person/store.ts';
import type { RelationService } from '../relation/service.ts';
import { sumFen } from '../usage/shareable.ts';
import { readAccumulator, yearOf } from './accumulator.ts';
import type { Standing } from '../standing/standing.ts';
import { mostUseful, registrationsOf, stateOn } from '../standing/standing.ts';
import { diseaseName } from '../standing/names.ts';
import { purposeOf, readFacts } from './facts.ts';
import { tillOf } from './institution.ts';
import { pursesNow } from './purse.ts';

/** `credential`: person number (electronic credential) or identity number. Refused: `patient-not-found`. */
export async function findPatient(
  deps: ServiceDeps,
  relations: Pick<RelationService, 'activeGivers'>,
  context: Context,
  credential: string,
): Promise<Result<TillPatient>> {
  const { pool, cipher } = deps;
  const till = await tillOf(pool, context.actor);
  if (!till.ok) return till;
  const text = credential.trim().toUpperCase();
  const person = (await findPerson(pool, cipher, text)) ?? (await findPersonByIdNumber(pool, cipher, text));
  if (!person) return refuse('patient-not-found');
  const { own, givers } = await pursesNow(deps, relations, person, {
    today: context.today,
    purpose: purposeOf(till.value),
  });
  const { area, areaName, maskedIdNumber, name, personNo } = markOf(person);
  const facts = (await readFacts(pool, [personNo])).get(personNo);
  const yearToDate = await readAccumulator(pool, { personNo, area, year: yearOf(context.today) });
  return done({
    personNo,
    name,
    maskedIdNumber,
    area,
    areaName,
    scheme: person.scheme,
    retired: person.retired,
    chronic: facts ? chronicOn(facts, context.today) : [],
    ownAccountFen: sumFen(own.parts),
    hasShared: givers.some((giver) => sumFen(giver.parts) > 0),
    yearToDate,
  });
}

/** Each disease once, by the registration that says most about the day. */
function chronicOn(standing: Standing, day: string): TillPatient['chronic'] {
  const registrations = registrationsOf(standing);
  return [...new Set(registrations.map(({ disease }) => disease))].flatMap((code) => {
    const found = mostUseful(
      registrations.filter(({ disease }) => disease === code),
      day,
    );
    return found ? [{ code, name: diseaseName(code), state: stateOn(found, day) }] : [];
  });
}
