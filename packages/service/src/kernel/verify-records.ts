// Proves that actions, decisions and the forms that explanations are made of are as they were written: every hash is derived
// again from the stored rows.
import type { PolicyRef } from '@gongji/contract';
import { actionContent } from './action.ts';
import { canonicalJson } from './canonical.ts';
import { linkHash } from './chain.ts';
import type { Link } from './chain.ts';
import { decisionContent } from './decision.ts';
import { formIdOf } from './form-id.ts';
import type { Queryable } from './transact.ts';
import { verifySeals } from './verify-seals.ts';
import type { SealProblem } from './verify-seals.ts';

export type RecordProblem =
  | {
      table: 'action' | 'decision' | 'line_form';
      /** `subject_kind/subject_id/seq` of the row; of a form `area/form_id`. */
      row: string;
      code: 'content-altered' | 'chain-broken' | 'form-missing';
    }
  | SealProblem;

interface Row extends Link {
  subjectKind: string;
  subjectId: string;
  hash: Buffer;
  content: Record<string, unknown>;
}

const pageRows = 5000;

/**
 * Every problem found, in the order of subjects; empty when the records are right. `area`: only of this one. `onProgress` is
 * told of rows as they are read.
 */
export async function verifyRecords(
  client: Queryable,
  { area, onProgress = () => undefined }: { area?: string; onProgress?: (rows: number) => void } = {},
): Promise<RecordProblem[]> {
  return [
    ...(await verifyTable(client, 'action', area, onProgress)),
    ...(await verifyTable(client, 'decision', area, onProgress)),
    ...(await verifyForms(client, area)),
    ...(await verifySeals(client, area)),
  ];
}

/** Forms are few: as many as there are different sentences in an area. */
async function verifyForms(client: Queryable, area: string | undefined): Promise<RecordProblem[]> {
  const { rows: forms } = await client.query<{ area: string; id: string; pieces: string[]; line: unknown }>(
    `select area, form_id as id, pieces, line from gongji.line_form where $1::text is null or area = $1
     order by area, form_id`,
    [area ?? null],
  );
  const { rows: missing } = await client.query<{ area: string; id: string }>(
    `select distinct d.area, told.line ->> 0 as id
     from gongji.decision d cross join lateral jsonb_array_elements(d.trace) as told (line)
     where d.subject_kind = 'settlement' and jsonb_typeof(told.line) = 'array'
       and not exists (select from gongji.line_form f where f.area = d.area and f.form_id = told.line ->> 0)
       and ($1::text is null or d.area = $1)
     order by 1, 2`,
    [area ?? null],
  );
  return [
    ...forms
      .filter(({ id, pieces, line }) => formIdOf(pieces, canonicalJson(line)) !== id)
      .map(({ area, id }) => ({
        table: 'line_form' as const,
        row: `${area}/${id}`,
        code: 'content-altered' as const,
      })),
    ...missing.map(({ area, id }) => ({
      ...{ table: 'line_form' as const, row: `${area}/${id}`, code: 'form-missing' as const },
    })),
  ];
}

async function verifyTable(
  client: Queryable,
  table: 'action' | 'decision',
  area: string | undefined,
  onProgress: (rows: number) => void,
): Promise<RecordProblem[]> {
  const problems: RecordProblem[] = [];
  let last: Row | undefined;
  for (;;) {
    const page = await readPage(client, table, last, area);
    onProgress(page.length);
    for (const row of page) {
      const name = `${row.subjectKind}/${row.subjectId}/${row.seq}`;
      const isSame = last?.subjectKind === row.subjectKind && last.subjectId === row.subjectId;
      // The chain of an account that was moved begins in another area.
      const before =
        isSame && last?.seq === row.seq - 1
          ? last
          : area !== undefined && row.seq > 1
            ? await linkBefore(client, table, row)
            : isSame
              ? last
              : undefined;
      const follows =
        row.seq === (before?.seq ?? 0) + 1 &&
        (before ? before.hash.equals(row.prevHash ?? Buffer.alloc(0)) : row.prevHash === null);
      if (!follows) problems.push({ table, row: name, code: 'chain-broken' });
      if (!linkHash(row.content, row).equals(row.hash)) {
        problems.push({ table, row: name, code: 'content-altered' });
      }
      last = row;
    }
    if (page.length < pageRows) return problems;
  }
}

async function linkBefore(
  client: Queryable,
  table: 'action' | 'decision',
  { subjectKind, subjectId, seq }: Row,
): Promise<Pick<Row, 'seq' | 'hash'> | undefined> {
  const { rows } = await client.query<Pick<Row, 'seq' | 'hash'>>(
    `select seq, hash from gongji.${table} where subject_kind = $1 and subject_id = $2 and seq = $3`,
    [subjectKind, subjectId, seq - 1],
  );
  return rows[0];
}

async function readPage(
  client: Queryable,
  table: 'action' | 'decision',
  after: Row | undefined,
  area: string | undefined,
): Promise<Row[]> {
  const place = [
    ...[after?.subjectKind ?? '', after?.subjectId ?? '', after?.seq ?? 0, pageRows],
    area ?? null,
  ];
  const columns =
    table === 'action'
      ? `area, kind, actor_kind as "actorKind", actor_id as "actorId", channel, at, business_date::text as "businessDate",
         payload, sealed_enc as sealed`
      : `decision_id as "decisionId", area, policy_id as id, policy_version as version, policy_hash as "policyHash",
         inputs, trace, outcome, at`;
  const { rows } = await client.query<Record<string, unknown> & Omit<Row, 'content'>>(
    `select subject_kind as "subjectKind", subject_id as "subjectId", seq, prev_hash as "prevHash", hash, ${columns}
     from gongji.${table} where (subject_kind, subject_id, seq) > ($1, $2, $3) and ($5::text is null or area = $5)
     order by subject_kind, subject_id, seq limit $4`,
    place,
  );
  return rows.map((row) => {
    const { seq, prevHash, hash, ...content } = row;
    return {
      ...{ subjectKind: content.subjectKind, subjectId: content.subjectId, seq, prevHash, hash },
      content: table === 'action' ? actionOf(content) : decisionOf(content),
    };
  });
}

const actionOf = (row: Record<string, unknown>) =>
  actionContent(row as unknown as Parameters<typeof actionContent>[0]);

function decisionOf(row: Record<string, unknown>): Record<string, unknown> {
  const { id, version, policyHash, ...rest } = row as unknown as Omit<
    Parameters<typeof decisionContent>[0],
    'policy'
  > & { id: string; version: string; policyHash: string };
  const policy: PolicyRef = { id, version, hash: policyHash };
  return decisionContent({ ...rest, policy });
}
