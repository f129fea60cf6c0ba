// What a calculation in the browser starts from, read as the till reads it now; relatives' money only up to the amount.
import type { CalculatorFacts } from '@gongji/contract';
import type { ServiceDeps } from '../deps.ts';
import { areaName } from '../area/insured-areas.ts';
import type { Context } from '../kernel/context.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { RelationService } from '../relation/service.ts';
import { readAccumulator, yearOf } from '../settlement/accumulator.ts';
import type { Purse } from '../settlement/adjudicate.ts';
import { readFacts } from '../settlement/facts.ts';
import { pursesNow } from '../settlement/purse.ts';
import { sumFen } from '../usage/shareable.ts';
import { diseaseName } from './names.ts';
import { filingFor, registrationsOf, stateOn } from './standing.ts';
import { areaOfPlace } from './view.ts';

/** What the givers would give at most for one bill of this amount: within balance and limits, never more than it. */
function mostOf(givers: readonly Purse[], amountFen: number): number {
  const fen = givers.reduce((total, { parts, limits }) => {
    const { limitFen = Infinity, yearLimitLeftFen = Infinity } = limits ?? {};
    return total + Math.min(sumFen(parts), limitFen, yearLimitLeftFen);
  }, 0);
  return Math.min(fen, amountFen);
}

/** Refused: `not-allowed`, `not-found`, `patient-not-insured`. */
export async function readCalculatorFacts(
  deps: ServiceDeps,
  relations: Pick<RelationService, 'activeGivers'>,
  { actor, today }: Context,
  amountFen: number,
): Promise<Result<CalculatorFacts>> {
  if (actor.kind !== 'person') return refuse('not-allowed');
  if (!Number.isSafeInteger(amountFen) || amountFen <= 0) return refuse('not-found');
  const { personNo } = actor;
  const person = (await readFacts(deps.pool, [personNo])).get(personNo);
  if (!person) return refuse('not-found');
  if (person.status !== 'normal') return refuse('patient-not-insured');
  const { area, scheme, retired } = person;
  const year = yearOf(today);
  const purses = (purpose: 'outpatient' | 'pharmacy') =>
    pursesNow(deps, relations, person, { today, purpose });
  const [yearToDate, atHospital, atPharmacy] = await Promise.all([
    readAccumulator(deps.pool, { personNo, area, year }),
    purses('outpatient'),
    purses('pharmacy'),
  ]);
  const registrations = registrationsOf(person);
  const valid = registrations.filter((one) => stateOn(one, today) === 'valid');
  const filedAreas = person.filings.map(({ place }) => areaOfPlace(place)).filter((one) => one !== area);
  const ownFen = (isPrior: boolean) =>
    sumFen(atHospital.own.parts.filter((part) => part.partYear < year === isPrior));
  return done({
    ...{ area, scheme, retired, registrations, yearToDate },
    areaName: areaName(area),
    date: today,
    diseases: [...new Set(valid.map(({ disease }) => disease))].map((code) => ({
      code,
      name: diseaseName(code),
    })),
    places: [area, ...new Set(filedAreas)].map((place) => ({
      area: place,
      name: areaName(place),
      filing: filingFor(person, place, today) ?? null,
    })),
    own: { priorYearFen: ownFen(true), currentYearFen: ownFen(false) },
    sharedFen: mostOf(atHospital.givers, amountFen),
    sharedAtPharmacyFen: mostOf(atPharmacy.givers, amountFen),
  });
}
