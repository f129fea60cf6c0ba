// The hash chain of append-only records: each row carries the hash of the row before it of the same subject.
import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import { canonicalJson } from './canonical.ts';

type SubjectKind =
  | 'application'
  | 'relation'
  | 'premium'
  | 'dispute'
  | 'delegation'
  | 'settlement'
  | 'session'
  | 'person'
  | 'staff'
  | 'institution'
  | 'reconciliation'
  | 'day'
  | 'notice'
  | 'export'
  | 'policy'
  /** One look of staff at a record or a number: a subject of its own, so that nobody waits for a look. */
  | 'sight'
  | 'consent'
  | 'correction';
export interface Subject {
  subjectKind: SubjectKind;
  subjectId: string;
}
interface Head {
  seq: number;
  hash: Buffer;
}
export interface Link {
  seq: number;
  prevHash: Buffer | null;
}

/** SHA-256 over the canonical content of a row and the hash before it. */
export function linkHash(content: Record<string, unknown>, link: Link): Buffer {
  const text = canonicalJson({ ...content, seq: link.seq, prev: link.prevHash?.toString('hex') ?? null });
  return createHash('sha256').update(text).digest();
}

const keyOf = (subject: Subject) => `${subject.subjectKind}/${subject.subjectId}`;

/**
 * Hands out the next link of each subject. The caller holds a lock on the subjects (or has just made them): a lost race
 * is refused by the primary key as a fault, it never forks a chain. `areNew`: the caller has made the subjects just now, so
 * that they have no link yet.
 */
export async function openChain(
  client: PoolClient,
  table: 'action' | 'decision',
  subjects: readonly Subject[],
  areNew = false,
): Promise<(subject: Subject, content: Record<string, unknown>) => Link & { hash: Buffer }> {
  const heads = areNew ? new Map<string, Head>() : await readHeads(client, table, subjects);
  return (subject, content) => {
    const head = heads.get(keyOf(subject));
    const link: Link = { seq: (head?.seq ?? 0) + 1, prevHash: head?.hash ?? null };
    const hash = linkHash(content, link);
    heads.set(keyOf(subject), { seq: link.seq, hash });
    return { ...link, hash };
  };
}

async function readHeads(
  client: PoolClient,
  table: 'action' | 'decision',
  subjects: readonly Subject[],
): Promise<Map<string, Head>> {
  const { rows } = await client.query<Subject & Head>(
    `select distinct on (subject_kind, subject_id)
       subject_kind as "subjectKind", subject_id as "subjectId", seq, hash
     from gongji.${table}
     where (subject_kind, subject_id) in (select * from unnest($1::text[], $2::text[]))
     order by subject_kind, subject_id, seq desc`,
    [subjects.map((subject) => subject.subjectKind), subjects.map((subject) => subject.subjectId)],
  );
  return new Map(rows.map((row) => [keyOf(row), row]));
}
