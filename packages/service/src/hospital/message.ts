// Messages of institutions: every one is kept, masked, with its answer; rows are only ever added.
import type { InstitutionMark } from '@gongji/contract';
import { textColumn } from '@gongji/database';
import type { PoolClient } from 'pg';
import type { Context } from '../kernel/context.ts';

/** A message whose sender has proved who it is. */
export interface Message {
  context: Context;
  institution: InstitutionMark;
  /** As sent; empty where the message could not be read so far. */
  msgid: string;
  infno: string;
  /** The input as JSON, masked. */
  asked: string;
  /** When it came, by `performance.now()`. */
  begunMs: number;
}

/** What was answered: the output as JSON (or a file instead), or a sentence; `masked` is what is kept of it. */
export type Answered =
  | { ok: true; output: string; masked: string; file?: Uint8Array }
  | { ok: false; message: string; masked: string };

/** Keeps messages with their answers, one statement for all. */
export async function insertMessages(
  client: Pick<PoolClient, 'query'>,
  kept: readonly { message: Message; answered: Answered }[],
): Promise<void> {
  if (kept.length === 0) return;
  const nowMs = performance.now();
  await client.query({
    name: 'hospital-messages',
    text: `insert into gongji.hospital_message (area, institution_code, msgid, infno, infcode, asked, answered, at, took_ms)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::smallint[], $6::text[], $7::text[],
       $8::timestamptz[], $9::int[])`,
    values: [
      textColumn(kept.map(({ message }) => message.institution.area)),
      textColumn(kept.map(({ message }) => message.institution.code)),
      textColumn(kept.map(({ message }) => message.msgid)),
      textColumn(kept.map(({ message }) => message.infno)),
      kept.map(({ answered }) => (answered.ok ? 0 : -1)),
      textColumn(kept.map(({ message }) => message.asked)),
      textColumn(kept.map(({ answered }) => answered.masked)),
      kept.map(({ message }) => message.context.at.toISOString()),
      kept.map(({ message }) => Math.round(nowMs - message.begunMs)),
    ],
  });
}
