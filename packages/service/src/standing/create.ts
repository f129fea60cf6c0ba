// The calls about registrations and filings, wired to the database and the policies.
import { libraryText } from '@gongji/policy';
import type { ServiceDeps } from '../deps.ts';
import { areaName } from '../area/insured-areas.ts';
import { done, refuse } from '../kernel/result.ts';
import { findPerson } from '../person/store.ts';
import type { RelationService } from '../relation/service.ts';
import { readCalculatorFacts } from './calculator-facts.ts';
import { fileTreatmentElsewhere } from './file.ts';
import type { StandingService } from './service.ts';
import { filingsOf } from './store.ts';
import { outOfAreaView } from './view.ts';

export function createStandingService(
  deps: ServiceDeps,
  relations: Pick<RelationService, 'activeGivers'>,
): StandingService {
  const { pool, cipher, library } = deps;
  return {
    async outOfArea({ actor, today }) {
      if (actor.kind !== 'person') return refuse('not-allowed');
      const person = await findPerson(pool, cipher, actor.personNo);
      if (!person) return refuse('not-found');
      const filings = await filingsOf(pool, actor.personNo);
      return done(outOfAreaView(library, { area: person.area, today }, filings));
    },
    file: (context, body, key) => fileTreatmentElsewhere(deps, context, body, key),
    calculatorFacts: (context, amountFen) => readCalculatorFacts(deps, relations, context, amountFen),
    policyText(area) {
      const text = libraryText(library, area);
      return text === undefined ? refuse('policy-not-recorded', { what: areaName(area) }) : done({ text });
    },
  };
}
