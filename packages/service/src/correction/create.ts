// The calls about corrections, wired to the database, the books and the notices.
import type { Correction, CorrectionBody, CorrectionDecisionBody } from '@gongji/contract';
import type { PoolClient } from 'pg';
import type { ServiceDeps } from '../deps.ts';
import { appendAction } from '../kernel/action.ts';
import { asSystem, transactAsStaff } from '../kernel/area-role.ts';
import { idempotent } from '../kernel/idempotent.ts';
import { newId } from '../kernel/ids.ts';
import { notifyChanged } from '../kernel/notify.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { withRight } from '../kernel/rights.ts';
import type { StaffContext } from '../kernel/rights.ts';
import { toBothSides, writeNotices } from '../notice/write.ts';
import { lockPeople } from '../person/store.ts';
import { lockRelation } from '../relation/detail.ts';
import { releaseHolds } from '../relation/release.ts';
import {
  answerPlace,
  contentPlace,
  correctionsSeen,
  correctionViews,
  findCorrection,
  reasonPlace,
} from './row.ts';
import type { CorrectionRecord } from './row.ts';
import type { CorrectionService } from './service.ts';
import { carryOut, contentOf } from './subject.ts';
import type { Target } from './subject.ts';

type Deps = Pick<ServiceDeps, 'pool' | 'cipher' | 'ledger'>;

export function createCorrectionService(deps: Deps): CorrectionService {
  const { pool, cipher } = deps;
  const requestOf = (context: StaffContext, key: string, content: unknown) => ({
    ...{ context, area: context.actor.area, key, content },
  });
  return {
    propose: withRight(
      'correction.propose',
      async (context, kind: string, id: string, body: CorrectionBody, key: string) => {
        if (kind !== 'person' && kind !== 'relation') return refuse('correction-does-not-fit');
        const target: Target = { subjectKind: kind, subjectId: id };
        return transactAsStaff(pool, context.actor.area, (client) =>
          idempotent(
            client,
            cipher,
            requestOf(context, key, { call: 'proposeCorrection', kind, id, body }),
            () => propose(deps, client, context, target, body),
          ),
        );
      },
    ),

    list: withRight('correction.propose', (context) =>
      transactAsStaff(pool, context.actor.area, async (client) => {
        const records = await correctionsSeen(client, cipher, context.actor.area);
        return done({ items: await correctionViews(client, cipher, context, records) });
      }),
    ),

    decide: withRight(
      'correction.decide',
      async (context, correctionId: string, body: CorrectionDecisionBody, key: string) => {
        const { area } = context.actor;
        let ended: Ended | undefined;
        const result = await transactAsStaff(pool, area, (client) =>
          idempotent(
            client,
            cipher,
            requestOf(context, key, { call: 'decideCorrection', correctionId, body }),
            async () => {
              const decided = await decide(deps, client, context, correctionId, body);
              if (!decided.ok) return decided;
              ended = decided.value.ended;
              return done(decided.value.view);
            },
          ),
        );
        if (result.ok && ended) {
          await releaseHolds(deps, ended.relationId, context);
        }
        return result;
      },
    ),
  };
}

async function propose(
  { cipher }: Deps,
  client: PoolClient,
  context: StaffContext,
  target: Target,
  { reason, ...wanted }: CorrectionBody,
): Promise<Result<Correction>> {
  const { area, staffNo } = context.actor;
  const content = await contentOf(client, cipher, area, target, wanted);
  if (!content.ok) return content;
  const correctionId = newId('correction');
  const { subjectKind, subjectId } = target;
  await asSystem(client, area, async () => {
    await client.query(
      `insert into gongji.correction (correction_id, area, subject_kind, subject_id, kind, content_enc, reason_enc,
         proposed_by, proposed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[correctionId, area, subjectKind, subjectId, wanted.kind],
        cipher.encrypt(JSON.stringify(content.value), contentPlace(correctionId)),
        cipher.encrypt(reason, reasonPlace(correctionId)),
        ...[staffNo, context.at],
      ],
    );
    await appendAction(client, cipher, context, {
      ...{ area, subjectKind: 'correction', subjectId: correctionId, kind: 'proposed', words: reason },
      payload: { of: `${subjectKind}/${subjectId}`, correction: wanted.kind },
    });
    await notifyChanged(client, [`area:${area}`]);
  });
  return viewOf(cipher, client, context, correctionId);
}

async function viewOf(
  cipher: Deps['cipher'],
  client: PoolClient,
  context: StaffContext,
  correctionId: string,
): Promise<Result<Correction>> {
  const record = await findCorrection(client, cipher, correctionId);
  const [view] = record ? await correctionViews(client, cipher, context, [record]) : [];
  return view ? done(view) : refuse('not-found');
}

type Ended = Parameters<typeof toBothSides>[0];

async function decide(
  { cipher }: Deps,
  client: PoolClient,
  context: StaffContext,
  correctionId: string,
  { outcome, reason }: CorrectionDecisionBody,
): Promise<Result<{ view: Correction; ended?: Ended }>> {
  const { area, staffNo } = context.actor;
  const seen = await findCorrection(client, cipher, correctionId);
  if (!seen) return refuse('not-found');
  if (seen.proposedBy === staffNo) return refuse('correction-own');
  const ended = await asSystem(client, area, async (): Promise<Result<Ended | undefined>> => {
    const relation = await lockSubject(client, seen);
    // Whoever decided it first held the lock first.
    if ((await findCorrection(client, cipher, correctionId))?.decision) return refuse('state-changed');
    const applied = outcome === 'approved' ? await apply(client, cipher, context, seen) : done(null);
    if (!applied.ok) return applied;
    await client.query(
      `insert into gongji.correction_decision (correction_id, area, outcome, reason_enc, decided_by, decided_at, journal_id)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        ...[correctionId, area, outcome, cipher.encrypt(reason, answerPlace(correctionId))],
        ...[staffNo, context.at, applied.value],
      ],
    );
    await appendAction(client, cipher, context, {
      ...{ area, subjectKind: 'correction', subjectId: correctionId, kind: outcome, words: reason },
      payload: { of: `${seen.subjectKind}/${seen.subjectId}`, journalId: applied.value },
    });
    await notifyChanged(client, [
      ...[`area:${area}`, ...(seen.subjectKind === 'person' ? [seen.subjectId] : [])],
      ...(relation ? [relation.giverNo, relation.memberNo] : []),
    ]);
    const over = outcome === 'approved' && seen.kind === 'relation-end' ? relation : undefined;
    const event = { kind: 'unbound-by-correction', at: context.at, event: 'ended' } as const;
    if (over) await writeNotices(client, toBothSides(over, event));
    return done(over);
  });
  if (!ended.ok) return ended;
  const view = await viewOf(cipher, client, context, correctionId);
  return view.ok ? done({ view: view.value, ...(ended.value ? { ended: ended.value } : {}) }) : view;
}

async function lockSubject(
  client: PoolClient,
  { subjectKind, subjectId }: CorrectionRecord,
): Promise<Ended | undefined> {
  if (subjectKind === 'relation') return lockRelation(client, subjectId);
  await lockPeople(client, [subjectId]);
  return undefined;
}

/** Looks again whether it is still as it was proposed on, then does it and says so in the subject's own history. */
async function apply(
  client: PoolClient,
  cipher: Deps['cipher'],
  context: StaffContext,
  seen: CorrectionRecord,
): Promise<Result<string | null>> {
  const { area, subjectKind, subjectId, kind, content, correctionId } = seen;
  const wanted = {
    ...{ kind, name: content.after, phone: content.after, relation: content.after },
    ...{ partYear: content.partYear, amountFen: content.amountFen },
  } as Parameters<typeof contentOf>[4];
  const now = await contentOf(client, cipher, area, seen, wanted);
  if (!now.ok || now.value.before !== content.before) return refuse('state-changed');
  const applied = await carryOut(client, cipher, context, seen);
  if (!applied.ok) return applied;
  await appendAction(client, cipher, context, {
    ...{ area, subjectKind, subjectId, kind: kind === 'relation-end' ? 'ended' : 'corrected' },
    payload: {
      ...{ correctionId, proposedBy: seen.proposedBy },
      ...(kind === 'relation-end' ? { by: 'agency' } : {}),
      ...(kind === 'relation-kinship'
        ? { before: { relation: content.before }, after: { relation: content.after } }
        : {}),
      ...(kind === 'account'
        ? {
            correctedFen: content.amountFen ?? 0,
            partYear: content.partYear ?? 0,
            journalId: applied.value,
          }
        : {}),
    },
    // Names and numbers stand in sealed words only.
    words: `${content.beforeText || '没有'} → ${content.afterText}。${seen.reason}`,
  });
  return applied;
}
