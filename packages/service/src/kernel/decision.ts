// Decisions: which policy (id, version, hash) answered what from which inputs, so that it can be derived again years later.
import { byteaColumn, instantColumn, int4Column, jsonTextColumn, textColumn } from '@gongji/database';
import type { PolicyRef } from '@gongji/contract';
import type { PoolClient } from 'pg';
import { canonicalJson } from './canonical.ts';
import { openChain } from './chain.ts';
import type { Subject } from './chain.ts';
import { newId } from './ids.ts';

export interface NewDecision extends Subject {
  area: string;
  policy: PolicyRef;
  /** What the policy was asked; never a name or a number of identity. */
  inputs: unknown;
  /** The lines or reasons of the answer. */
  trace: unknown;
  /** The answer in a word, e.g. `eligible`. */
  outcome: string;
  at: Date;
}

/** The content that a decision's hash covers; `verifyRecords` derives the same from the stored row. */
export function decisionContent(row: {
  decisionId: string;
  subjectKind: string;
  subjectId: string;
  area: string;
  policy: PolicyRef;
  inputs: unknown;
  trace: unknown;
  outcome: string;
  at: Date;
}): Record<string, unknown> {
  return { ...row, at: row.at.toISOString() };
}

/** Records one decision and answers its id. The caller holds the subject's lock. */
export async function recordDecision(client: PoolClient, decision: NewDecision): Promise<string> {
  const [decisionId] = await recordDecisions(client, [decision]);
  return decisionId!;
}

/** Records many decisions with one statement; answers their ids in the same order. `areNew`: see `openChain`. */
export async function recordDecisions(
  client: PoolClient,
  decisions: readonly NewDecision[],
  { areNew = false } = {},
): Promise<string[]> {
  if (decisions.length === 0) return [];
  const next = await openChain(client, 'decision', decisions, areNew);
  const rows = decisions.map((decision) => {
    const { subjectKind, subjectId, area, policy, inputs, trace, outcome, at } = decision;
    const content = { subjectKind, subjectId, area, inputs, trace, outcome, at };
    const row = {
      ...content,
      decisionId: newId('decision'),
      policy: { id: policy.id, version: policy.version, hash: policy.hash },
    };
    return { ...row, ...next({ subjectKind, subjectId }, decisionContent(row)) };
  });
  await client.query({
    name: 'decisions',
    text: `insert into gongji.decision (decision_id, subject_kind, subject_id, seq, area, policy_id, policy_version,
       policy_hash, inputs, trace, outcome, at, prev_hash, hash)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[],
       $9::jsonb[], $10::jsonb[], $11::text[], $12::timestamptz[], $13::bytea[], $14::bytea[])`,
    values: [
      textColumn(rows.map((row) => row.decisionId)),
      textColumn(rows.map((row) => row.subjectKind)),
      textColumn(rows.map((row) => row.subjectId)),
      int4Column(rows.map((row) => row.seq)),
      textColumn(rows.map((row) => row.area)),
      textColumn(rows.map((row) => row.policy.id)),
      textColumn(rows.map((row) => row.policy.version)),
      textColumn(rows.map((row) => row.policy.hash)),
      jsonTextColumn(rows.map((row) => canonicalJson(row.inputs))),
      jsonTextColumn(rows.map((row) => canonicalJson(row.trace))),
      textColumn(rows.map((row) => row.outcome)),
      instantColumn(rows.map((row) => row.at)),
      byteaColumn(rows.map((row) => row.prevHash)),
      byteaColumn(rows.map((row) => row.hash)),
    ],
  });
  return rows.map((row) => row.decisionId);
}
