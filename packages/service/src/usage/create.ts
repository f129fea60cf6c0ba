// The calls about usages, wired to the database.
import type { PolicyRef, UsageExplanation, UsageSearch, UsageSearchBody } from '@gongji/contract';
import type { Line } from '@gongji/policy';
import type { ServiceDeps } from '../deps.ts';
import { disputeOfUsage, disputeView } from '../dispute/row.ts';
import type { Context } from '../kernel/context.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { Queryable } from '../kernel/transact.ts';
import { markOf } from '../person/mark.ts';
import type { PersonRecord } from '../person/record.ts';
import { findPeople } from '../person/store.ts';
import { explained } from './explained.ts';
import { linesForGiver, linesForMember } from './lines.ts';
import type { OwnedLine } from './lines.ts';
import { findUsage, usagesOf, usageView, usedByMember } from './row.ts';
import type { UsageRecord } from './row.ts';
import { searchUsages } from './search.ts';
import type { UsageService } from './service.ts';

const mostListed = 500;
const mostExported = 10_000;

export function createUsageService({ pool, cipher }: Pick<ServiceDeps, 'pool' | 'cipher'>): UsageService {
  const search = async (
    { actor, today }: Context,
    body: UsageSearchBody,
    limit: number,
  ): Promise<Result<UsageSearch>> =>
    actor.kind === 'person'
      ? done(await searchUsages({ pool, cipher }, actor.personNo, today, body, limit))
      : refuse('not-allowed');

  return {
    async list({ actor, today }) {
      if (actor.kind !== 'person') return refuse('not-allowed');
      const me = actor.personNo;
      const usages = await usagesOf(pool, me, mostListed);
      const totals = await usedByMember(pool, me, today.slice(0, 4));
      const people = await findPeople(pool, cipher, [
        ...usages.flatMap((usage) => [usage.giverNo, usage.memberNo]),
        ...totals.map((total) => total.memberNo),
      ]);
      const viewsOf = (wanted: (usage: UsageRecord) => boolean) =>
        usages.filter(wanted).map((usage) => usageView(usage, people));
      return done({
        asGiver: viewsOf((usage) => usage.giverNo === me),
        asMember: viewsOf((usage) => usage.giverNo !== me),
        totals: totals.flatMap(({ memberNo, fen }) => {
          const member = people.get(memberNo);
          return member ? [{ member: markOf(member), usedThisYearFen: fen }] : [];
        }),
      });
    },

    search: (context, body) => search(context, body, mostListed),
    export: (context, body) => search(context, body, mostExported),

    async explain({ actor }, usageId) {
      if (actor.kind !== 'person') return refuse('not-allowed');
      const usage = await findUsage(pool, usageId);
      const me = actor.personNo;
      if (!usage || (usage.giverNo !== me && usage.memberNo !== me)) return refuse('not-found');
      const story = await storyOf(pool, usage);
      const people = await findPeople(pool, cipher, [
        usage.giverNo,
        usage.memberNo,
        ...story.lines.flatMap((line) => line.ownerNo ?? []),
      ]);
      const explanation = explanationFor(me, usage, story, people);
      if (usage.giverNo !== me)
        return done({ ...explanation, relation: null, dispute: null, canDispute: false });
      const dispute = await disputeOfUsage(pool, usageId);
      return done({
        ...explanation,
        relation: await stoppable(pool, usage),
        dispute: dispute ? disputeView(cipher, dispute) : null,
        canDispute: !dispute && usage.direction === 'used',
      });
    },
  };
}

/** The active relation under which this member may use this giver's money. */
async function stoppable(
  client: Queryable,
  { giverNo, memberNo }: UsageRecord,
): Promise<UsageExplanation['relation']> {
  const { rows } = await client.query<{ relationId: string; paused: boolean }>(
    `select relation_id as "relationId", paused from gongji.relation
     where giver_no = $1 and member_no = $2 and state = 'active'`,
    [giverNo, memberNo],
  );
  return rows[0] ?? null;
}

interface Story {
  policy: PolicyRef | null;
  isChronic: boolean;
  lines: OwnedLine[];
}

async function storyOf(client: Queryable, { subjectKind, subjectId }: UsageRecord): Promise<Story> {
  if (subjectKind === 'premium') {
    const { rows } = await client.query<{ policy: PolicyRef | null; lines: Line[] }>(
      `select shown -> 'policy' as policy, shown -> 'lines' as lines from gongji.premium_payment where payment_id = $1`,
      [subjectId],
    );
    const lines = (rows[0]?.lines ?? []).map((line) => ({ line, ownerNo: null }));
    return { policy: rows[0]?.policy ?? null, isChronic: false, lines };
  }
  const { rows } = await client.query<{ policy: PolicyRef; isChronic: boolean }>(
    `select result -> 'policy' as policy, jsonb_array_length(asked -> 'chronic') > 0 as "isChronic"
     from gongji.bill where settlement_id = $1`,
    [subjectId],
  );
  const [bill] = rows;
  if (!bill) throw new Error('A usage names a settlement that is not there');
  const { rows: lines } = await client.query<OwnedLine>(
    `select line, owner_no as "ownerNo" from gongji.explanation_line where settlement_id = $1 order by seq`,
    [subjectId],
  );
  return { ...bill, lines };
}

function explanationFor(
  me: string,
  usage: UsageRecord,
  story: Story,
  people: ReadonlyMap<string, PersonRecord>,
): Pick<UsageExplanation, 'usage' | 'policy' | 'lines' | 'parts'> {
  const isGiver = usage.giverNo === me;
  const isBill = usage.subjectKind === 'settlement';
  const lines = !isBill
    ? story.lines.map(({ line }) => line)
    : isGiver
      ? linesForGiver(story.lines, me, story.isChronic)
      : linesForMember(story.lines, (personNo) => people.get(personNo)?.name ?? '亲属');
  return {
    usage: usageView(usage, people),
    policy: story.policy,
    lines: explained(lines),
    // From which years the money came is the giver's own affair.
    parts: isGiver ? usage.parts : [],
  };
}
