// Proves that the rows under the seals are the ones that were sealed: none taken away, none put in between, no seal altered.
import { contentOf, sealRoot } from './record-seal.ts';
import type { SealedContent, SealRange } from './record-seal.ts';
import type { Queryable } from './transact.ts';

interface Seal extends SealRange {
  area: string;
  number: number;
  actions: number;
  decisions: number;
  prevRoot: Buffer | null;
  root: Buffer;
}

export interface SealProblem {
  table: 'record_seal';
  /** `area/number` of the seal; `area/none` for rows that no seal counts though later ones are sealed. */
  row: string;
  code: 'rows-missing' | 'rows-added' | 'content-altered' | 'chain-broken';
}

/** Of one area, or of all when `area` is undefined. */
export async function verifySeals(client: Queryable, area?: string): Promise<SealProblem[]> {
  const { rows: seals } = await client.query<Seal>(
    `select area, number, actions_from as "actionsFrom", actions_to as "actionsTo", decisions_from as "decisionsFrom",
       decisions_to as "decisionsTo", actions, decisions, prev_root as "prevRoot", root
     from gongji.record_seal where $1::text is null or area = $1 order by area, number`,
    [area ?? null],
  );
  const problems: SealProblem[] = [];
  const found = new Map<string, Map<string, SealedContent>>();
  let last: Seal | undefined;
  for (const seal of seals) {
    const row = `${seal.area}/${seal.number}`;
    const name = [seal.actionsFrom, seal.actionsTo, seal.decisionsFrom, seal.decisionsTo].join();
    let inRange = found.get(name);
    if (!inRange) {
      inRange = new Map((await contentOf(client, seal)).map((content) => [content.area, content]));
      found.set(name, inRange);
    }
    const before = last?.area === seal.area ? last : undefined;
    const follows =
      seal.number === (before?.number ?? 0) + 1 &&
      (before ? before.root.equals(seal.prevRoot ?? Buffer.alloc(0)) : seal.prevRoot === null);
    if (!follows) problems.push({ table: 'record_seal', row, code: 'chain-broken' });
    const problem = differenceOf(seal, inRange.get(seal.area));
    if (problem) problems.push({ table: 'record_seal', row, code: problem });
    last = seal;
  }
  return [...problems, ...(await uncounted(client, area))];
}

function differenceOf(seal: Seal, content: SealedContent | undefined): SealProblem['code'] | undefined {
  const rows = (content?.actions ?? 0) + (content?.decisions ?? 0);
  const sealed = seal.actions + seal.decisions;
  if (rows < sealed) return 'rows-missing';
  if (rows > sealed) return 'rows-added';
  if (!content || !sealRoot(seal.number, seal, content, seal.prevRoot).equals(seal.root)) {
    return 'content-altered';
  }
  return undefined;
}

/** Areas with more or fewer rows below the last number that was sealed than their seals count. */
async function uncounted(client: Queryable, area: string | undefined): Promise<SealProblem[]> {
  const { rows } = await client.query<{ area: string; isMore: boolean }>(
    `with last as (select coalesce(max(actions_to), 0) as actions, coalesce(max(decisions_to), 0) as decisions
       from gongji.record_seal),
     kept as (select area, count(*) as rows from (
         select area from gongji.action where record_no <= (select actions from last)
         union all select area from gongji.decision where record_no <= (select decisions from last)) as each group by area),
     sealed as (select area, sum(actions + decisions) as rows from gongji.record_seal group by area)
     select coalesce(kept.area, sealed.area) as area, coalesce(kept.rows, 0) > coalesce(sealed.rows, 0) as "isMore"
     from kept full join sealed using (area)
     where coalesce(kept.rows, 0) <> coalesce(sealed.rows, 0) and ($1::text is null or coalesce(kept.area, sealed.area) = $1)
     order by 1`,
    [area ?? null],
  );
  return rows.map((row) => ({
    table: 'record_seal',
    row: `${row.area}/none`,
    code: row.isMore ? 'rows-added' : 'rows-missing',
  }));
}
