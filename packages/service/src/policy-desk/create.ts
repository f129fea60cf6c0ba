// The calls of the policy desk, each in a transaction that sees the own area only.
import type { PolicyDraftJudgementBody, PolicyDraftStepBody, PolicyDraftTextBody } from '@gongji/contract';
import { areaFiles, areaPath, casesPath } from '@gongji/policy/tools';
import type { PoolClient } from 'pg';
import { areaName } from '../area/insured-areas.ts';
import type { ServiceDeps } from '../deps.ts';
import { appendAction } from '../kernel/action.ts';
import { transactAsStaff } from '../kernel/area-role.ts';
import { idempotent } from '../kernel/idempotent.ts';
import { newId } from '../kernel/ids.ts';
import { instantText } from '../kernel/instant.ts';
import { notifyChanged } from '../kernel/notify.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { withRight } from '../kernel/rights.ts';
import type { StaffContext } from '../kernel/rights.ts';
import { draftsSeen, findDraft, insertDraft, lockDraft, markOf, updateDraft } from './draft.ts';
import type { DraftRow } from './draft.ts';
import { baseHashOf, nextVersion, passes, versionIn, versionsTaken } from './gate.ts';
import { draftHistory } from './history.ts';
import type { DraftActionKind, DraftPayload } from './history.ts';
import { inForce } from './overview.ts';
import type { PolicyDeskService } from './service.ts';
import type { PolicyShelf } from './shelf.ts';
import { contentHash, publishedVersions } from './versions.ts';

type Deps = Pick<ServiceDeps, 'pool' | 'cipher' | 'policies'>;

export function createPolicyDeskService(deps: Deps): PolicyDeskService {
  const { pool, cipher } = deps;
  const shelfOf = (): PolicyShelf => {
    if (!deps.policies) throw new Error('These services were opened without the shelf of policies');
    return deps.policies;
  };
  const inArea = <Value>(context: StaffContext, work: (client: PoolClient) => Promise<Result<Value>>) =>
    transactAsStaff(pool, context.actor.area, work);
  /** Once for each key; what another process published is known before anything is compared with it. */
  const once = async <Value>(
    context: StaffContext,
    key: string,
    content: unknown,
    work: (client: PoolClient) => Promise<Result<Value>>,
  ) => {
    await shelfOf().refresh();
    const { area } = context.actor;
    const result = await inArea(context, (client) =>
      idempotent(client, cipher, { context, area, key, content }, () => work(client)),
    );
    await shelfOf().refresh();
    return result;
  };

  return {
    desk: withRight('policy.read', (context, date: string) =>
      inArea(context, async (client) => {
        if (!isDay(date)) return refuse('day-wrong', { what: date });
        const drafts = await draftsSeen(client);
        const titles = new Map(drafts.map(({ draftId, title }) => [draftId, title]));
        const versions = await publishedVersions(client);
        const { area } = context.actor;
        return done({
          ...{ area, areaName: areaName(area), date, today: context.today },
          ...inForce(shelfOf(), area, date, context.today),
          drafts: drafts.map(markOf),
          versions: versions.toReversed().map((one) => ({
            ...{ version: one.version, effectiveFrom: one.effectiveFrom, contentHash: one.contentHash },
            ...{ draftId: one.draftId, title: titles.get(one.draftId) ?? one.draftId },
            ...{ approvedBy: one.approvedBy, publishedBy: one.publishedBy },
            publishedAt: instantText(one.publishedAt),
          })),
        });
      }),
    ),

    get: withRight('policy.read', (context, draftId: string) =>
      inArea(context, async (client) => {
        const draft = await findDraft(client, draftId);
        if (!draft) return refuse('not-found');
        const { area, path, text, casesText, writtenBy, approvedBy } = draft;
        const newest = shelfOf().newest();
        const own = [path, casesPath(path)];
        return done({
          ...markOf(draft),
          ...{ area, areaName: areaName(area), today: context.today, path, text, casesText },
          publishedText: newest[path] ?? '',
          publishedCasesText: newest[casesPath(path)] ?? '',
          isOutdated: draft.state !== 'published' && draft.baseHash !== baseHashOf(newest, path),
          layers: Object.fromEntries(
            Object.entries(areaFiles(newest, area)).filter(([name]) => !own.includes(name)),
          ),
          ...{ writtenBy, approvedBy, isOthers: !writtenBy.includes(context.actor.staffNo) },
          history: await draftHistory(client, cipher, draftId),
        });
      }),
    ),

    create: withRight('policy.draft', (context, body: { title: string }, key: string) =>
      once(context, key, { call: 'createPolicyDraft', body }, async (client) => {
        const { area, staffNo } = context.actor;
        const newest = shelfOf().newest();
        const path = areaPath(newest, area);
        if (path === undefined) return refuse('policy-file-missing');
        const text = newest[path] ?? '';
        const taken = versionsTaken(newest, area, await publishedVersions(client));
        const draft: DraftRow = {
          ...{ draftId: newId('policyDraft'), area, title: body.title, path, state: 'draft' },
          text: text.replace(/^version: .*$/m, `version: '${nextVersion(context.today, taken)}'`),
          casesText: newest[casesPath(path)] ?? '',
          ...{ baseHash: baseHashOf(newest, path), effectiveFrom: null, writtenBy: [staffNo] },
          ...{ approvedBy: null, version: 1, changedAt: context.at },
        };
        await insertDraft(client, draft);
        await record(deps, client, context, draft, 'created', {});
        return done(markOf(draft));
      }),
    ),

    save: withRight('policy.draft', (context, draftId: string, body: PolicyDraftTextBody, key: string) =>
      once(context, key, { call: 'savePolicyDraft', draftId, body }, async (client) => {
        const draft = await lockDraft(client, draftId, body.seenVersion, ['draft']);
        if (!draft.ok) return draft;
        const { text, casesText } = body;
        const change = { text, casesText, writtenBy: withWriter(draft.value, context) };
        const next = await updateDraft(client, draft.value, change, context.at);
        await record(deps, client, context, next, 'saved', {});
        return done(markOf(next));
      }),
    ),

    step: withRight('policy.draft', (context, draftId: string, body: PolicyDraftStepBody, key: string) =>
      once(context, key, { call: 'stepPolicyDraft', draftId, body }, (client) =>
        step(deps, shelfOf(), client, context, draftId, body),
      ),
    ),

    judge: withRight(
      'policy.approve',
      (context, draftId: string, body: PolicyDraftJudgementBody, key: string) =>
        once(context, key, { call: 'judgePolicyDraft', draftId, body }, async (client) => {
          const locked = await lockDraft(client, draftId, body.seenVersion, ['submitted']);
          if (!locked.ok) return locked;
          const draft = locked.value;
          const { staffNo } = context.actor;
          if (draft.writtenBy.includes(staffNo)) return refuse('policy-own-work');
          if (body.judgement === 'approve') {
            const passed = await gate(shelfOf(), client, context, draft);
            if (!passed.ok) return passed;
          }
          const change =
            body.judgement === 'approve'
              ? ({ state: 'approved', approvedBy: staffNo } as const)
              : ({ state: 'draft' } as const);
          const next = await updateDraft(client, draft, change, context.at);
          await record(deps, client, context, next, body.judgement, {}, body.reason);
          return done(markOf(next));
        }),
    ),
  };
}

const isDay = (text: string): boolean => {
  const instant = new Date(`${text}T00:00:00Z`);
  return text.length === 10 && !Number.isNaN(+instant) && instant.toISOString().startsWith(text);
};

const withWriter = ({ writtenBy }: DraftRow, { actor }: StaffContext): string[] => [
  ...new Set([...writtenBy, actor.staffNo]),
];

/** Checked with the area's versions locked, so that two drafts of one area are published one after the other. */
async function gate(
  shelf: PolicyShelf,
  client: PoolClient,
  { actor, today }: StaffContext,
  draft: DraftRow,
): Promise<Result<true>> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`policy:${actor.area}`]);
  const versions = await publishedVersions(client);
  const newest = { ...shelf.newest() };
  const last = versions.at(-1);
  // The shelf may not know yet what was published while the lock was waited for.
  if (last) Object.assign(newest, { [last.path]: last.text, [casesPath(last.path)]: last.casesText });
  return passes(draft, draft.effectiveFrom ?? '', today, newest, versions);
}

async function step(
  deps: Deps,
  shelf: PolicyShelf,
  client: PoolClient,
  context: StaffContext,
  draftId: string,
  body: PolicyDraftStepBody,
) {
  const states = { submit: ['draft'], publish: ['approved'], withdraw: ['draft', 'submitted', 'approved'] };
  const locked = await lockDraft(client, draftId, body.seenVersion, states[body.step] as DraftRow['state'][]);
  if (!locked.ok) return locked;
  const before = locked.value;
  const draft = body.step === 'submit' ? { ...before, effectiveFrom: body.effectiveFrom } : before;
  if (body.step !== 'withdraw') {
    const passed = await gate(shelf, client, context, draft);
    if (!passed.ok) return passed;
  }
  const change = {
    submit: {
      state: 'submitted',
      effectiveFrom: draft.effectiveFrom,
      writtenBy: withWriter(draft, context),
    },
    publish: { state: 'published' },
    withdraw: { state: 'withdrawn' },
  } as const;
  const next = await updateDraft(client, before, change[body.step], context.at);
  if (body.step === 'publish') await publish(client, context, next);
  const details =
    body.step === 'withdraw' || next.effectiveFrom === null
      ? {}
      : { effectiveFrom: next.effectiveFrom, version: versionIn(next.text) };
  await record(deps, client, context, next, body.step, details, body.reason);
  return done(markOf(next));
}

async function publish(client: PoolClient, { actor, at }: StaffContext, draft: DraftRow): Promise<void> {
  const { draftId, area, path, text, casesText, effectiveFrom, approvedBy } = draft;
  await client.query(
    `insert into gongji.policy_version (version_id, area, path, text, cases_text, content_hash, version, effective_from,
       draft_id, approved_by, published_by, published_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[newId('policyVersion'), area, path, text, casesText, contentHash(text, casesText), versionIn(text)],
      ...[effectiveFrom, draftId, approvedBy, actor.staffNo, at],
    ],
  );
}

async function record(
  { cipher }: Deps,
  client: PoolClient,
  context: StaffContext,
  draft: DraftRow,
  kind: DraftActionKind,
  details: Omit<DraftPayload, 'contentHash'>,
  words?: string,
): Promise<void> {
  const { area, draftId, text, casesText } = draft;
  await appendAction(client, cipher, context, {
    ...{ area, subjectKind: 'policy', subjectId: draftId, kind },
    payload: { contentHash: contentHash(text, casesText), ...details },
    ...(words === undefined ? {} : { words }),
  });
  await notifyChanged(client, [`area:${area}`]);
}
