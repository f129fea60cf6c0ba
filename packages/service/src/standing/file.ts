// A person files treatment elsewhere: checked against the days and the filings that are there, recorded as a new row.
import type { FilingBody, OutOfArea } from '@gongji/contract';
import type { ServiceDeps } from '../deps.ts';
import { appendAction } from '../kernel/action.ts';
import type { Context } from '../kernel/context.ts';
import { idempotent } from '../kernel/idempotent.ts';
import { newId } from '../kernel/ids.ts';
import { notifyChanged } from '../kernel/notify.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Refusal, Result } from '../kernel/result.ts';
import { transact } from '../kernel/transact.ts';
import { areaName } from '../area/insured-areas.ts';
import { findPerson, lockPeople } from '../person/store.ts';
import { filingsOf } from './store.ts';
import type { FilingRecord } from './store.ts';
import { addDays, areaOfPlace, outOfAreaView, placeOf } from './view.ts';

/** A filing reaches at most so many days ahead, so that a slip of the hand names no day in the next century. */
const mostDaysAhead = 3 * 366;

function obstacle(
  { placeArea, kind, from, lastDay }: FilingBody,
  homeArea: string,
  today: string,
  filings: readonly FilingRecord[],
): Refusal | undefined {
  const place = placeOf(placeArea);
  if (homeArea.startsWith(place) && place.length === 6)
    return refuse('filing-at-home', undefined, 'placeArea');
  if (areaName(placeArea) === placeArea) return refuse('filing-place-unknown', undefined, 'placeArea');
  if (from < today || from > addDays(today, mostDaysAhead))
    return refuse('filing-days-wrong', undefined, 'from');
  if (lastDay === null ? kind !== 'long-stay' : lastDay < from || lastDay > addDays(today, mostDaysAhead)) {
    return refuse('filing-days-wrong', undefined, 'lastDay');
  }
  const to = lastDay === null ? null : addDays(lastDay, 1);
  const standing = filings.find(
    (one) => one.place === place && (one.to === null || from < one.to) && (to === null || one.from < to),
  );
  if (!standing) return undefined;
  return refuse('filing-exists', {
    place: areaName(areaOfPlace(place)),
    until: standing.to === null ? '长期有效' : `到 ${addDays(standing.to, -1)} 为止`,
  });
}

export async function fileTreatmentElsewhere(
  { pool, cipher, library }: Pick<ServiceDeps, 'pool' | 'cipher' | 'library'>,
  context: Context,
  body: FilingBody,
  key: string,
): Promise<Result<OutOfArea>> {
  const { actor, today } = context;
  if (actor.kind !== 'person') return refuse('not-allowed');
  const { personNo } = actor;
  const content = { call: 'fileOutOfArea', body };
  return transact(pool, (client) =>
    idempotent(client, cipher, { context, area: actor.area, key, content }, async () => {
      await lockPeople(client, [personNo]);
      const person = await findPerson(client, cipher, personNo);
      if (!person) return refuse('not-found');
      if (person.status !== 'normal') return refuse('filing-not-insured');
      const { area } = person;
      const wrong = obstacle(body, area, today, await filingsOf(client, personNo));
      if (wrong) return wrong;
      const { placeArea, kind, from, lastDay } = body;
      const filingId = newId('filing');
      const to = lastDay === null ? null : addDays(lastDay, 1);
      await client.query(
        `insert into gongji.out_of_area_filing (filing_id, area, person_no, place, kind, from_day, to_day, origin, recorded_at)
         values ($1, $2, $3, $4, $5, $6, $7, 'person', $8)`,
        [filingId, area, personNo, placeOf(placeArea), kind, from, to, context.at],
      );
      await appendAction(client, cipher, context, {
        ...{ area, subjectKind: 'person', subjectId: personNo, kind: 'treatment-elsewhere-filed' },
        payload: { filingId, place: placeOf(placeArea), kind, from, to },
      });
      await notifyChanged(client, [personNo]);
      return done(outOfAreaView(library, { area, today }, await filingsOf(client, personNo)));
    }),
  );
}
