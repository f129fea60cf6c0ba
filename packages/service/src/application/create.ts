// The calls about applications, wired to the database.
import type { Application } from '@gongji/contract';
import type { PoolClient } from 'pg';
import type { ServiceDeps } from '../deps.ts';
import { appendAction } from '../kernel/action.ts';
import type { Context } from '../kernel/context.ts';
import { idempotent } from '../kernel/idempotent.ts';
import { notifyChanged } from '../kernel/notify.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { transact } from '../kernel/transact.ts';
import { answerMember, memberRequests } from './member.ts';
import { attachPhotos, ownsPhotos } from './photos.ts';
import { readPromise } from './promise.ts';
import { applicationsOfGiver, findApplication, moveApplication } from './row.ts';
import type { ApplicationRecord } from './row.ts';
import type { ApplicationService } from './service.ts';
import { nextApplicationState } from './states.ts';
import { submitApplication } from './submit.ts';
import { applicationView, applicationViews, reviewDaysOf } from './view.ts';

type Deps = Pick<ServiceDeps, 'pool' | 'cipher' | 'ledger' | 'library' | 'ports'>;

export function createApplicationService(deps: Deps): ApplicationService {
  const { pool, cipher } = deps;
  const reviewDays = reviewDaysOf(deps.library);
  return {
    submit: (context, body, key) => submitApplication(deps, context, body, key),
    async get({ actor }, applicationId) {
      if (actor.kind !== 'person') return refuse('not-allowed');
      const record = await findApplication(pool, cipher, applicationId);
      if (record?.giverNo !== actor.personNo) return refuse('not-found');
      return done(await applicationView(pool, cipher, record, reviewDays));
    },
    async list({ actor }) {
      if (actor.kind !== 'person') return refuse('not-allowed');
      const records = await applicationsOfGiver(pool, cipher, actor.personNo);
      return done({ items: await applicationViews(pool, cipher, records, reviewDays) });
    },
    async supplement(context, applicationId, body, key) {
      const content = { call: 'supplementApplication', applicationId, body };
      return change(
        deps,
        context,
        applicationId,
        { key, content, event: 'supplement' },
        async (client, record) => {
          if (body.text === '' && body.photoIds.length === 0)
            return refuse('text-missing', undefined, 'text');
          if (!(await ownsPhotos(client, record.giverNo, body.photoIds))) {
            return refuse('photo-unknown', undefined, 'photoIds');
          }
          const photos = [...new Set(body.photoIds)].map((photoId) => ({
            ...{ photoId, material: null, name: '补充材料' },
          }));
          await attachPhotos(client, record, photos);
          return done({
            kind: 'supplemented',
            payload: { photos: photos.length },
            ...(body.text === '' ? {} : { words: body.text }),
          });
        },
      );
    },
    memberRequests: (context) => memberRequests(deps, context),
    answerMember: (context, applicationId, body, key) =>
      answerMember(deps, context, applicationId, body, key),
    promise: (context, applicationId) => readPromise(pool, cipher, context, applicationId),
    async withdraw(context, applicationId, key) {
      const content = { call: 'withdrawApplication', applicationId };
      return change(deps, context, applicationId, { key, content, event: 'withdraw' }, async () =>
        done({ kind: 'withdrawn' }),
      );
    },
  };
}

interface Change {
  key: string;
  content: unknown;
  event: 'supplement' | 'withdraw';
}
type Step = { kind: string; payload?: { photos: number }; words?: string };

/** A step of the giver's on their own application: `not-found` when it isn't theirs, `state-changed` when it's too late. */
async function change(
  { pool, cipher, library }: Deps,
  context: Context,
  applicationId: string,
  { key, content, event }: Change,
  work: (client: PoolClient, record: ApplicationRecord) => Promise<Result<Step>>,
): Promise<Result<Application>> {
  const { actor } = context;
  if (actor.kind !== 'person') return refuse('not-allowed');
  return transact(pool, (client) =>
    idempotent(client, cipher, { context, area: actor.area, key, content }, async () => {
      const record = await findApplication(client, cipher, applicationId, 'lock');
      if (record?.giverNo !== actor.personNo) return refuse('not-found');
      if (!nextApplicationState(record.state, event)) return refuse('state-changed');
      const step = await work(client, record);
      if (!step.ok) return step;
      const now = await moveApplication(client, record, event);
      await appendAction(client, cipher, context, {
        area: record.area,
        subjectKind: 'application',
        subjectId: applicationId,
        ...step.value,
      });
      await notifyChanged(client, [record.giverNo, `area:${record.area}`]);
      return done(await applicationView(client, cipher, now, reviewDaysOf(library)));
    }),
  );
}
