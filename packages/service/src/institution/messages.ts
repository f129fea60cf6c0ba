// The kept messages of an institution, searched by an administrator; they were masked before they were kept.
import type { InstitutionMessages, MessageSearchBody } from '@gongji/contract';
import type { z } from 'zod';
import { instantText } from '../kernel/instant.ts';
import type { Queryable } from '../kernel/transact.ts';

const pageSize = 50;

interface Row {
  messageNo: number;
  msgid: string;
  infno: string;
  infcode: 0 | -1;
  at: Date;
  tookMs: number;
  asked: string;
  answered: string;
}

/** `%` and `_` in what was typed stand for themselves. */
const part = (text: string | undefined): string | null =>
  text ? `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%` : null;

export async function messagesSeen(
  client: Queryable,
  code: string,
  search: z.infer<typeof MessageSearchBody>,
): Promise<InstitutionMessages> {
  const { msgid, infno, outcome, words, before } = search;
  const { rows } = await client.query<Row>(
    `select message_no as "messageNo", msgid, infno, infcode, at, took_ms as "tookMs", asked, answered
     from gongji.hospital_message
     where institution_code = $1 and ($2::bigint is null or message_no < $2)
       and ($3::text is null or msgid like $3) and ($4::text is null or infno = $4)
       and ($5::int is null or infcode = $5)
       and ($6::text is null or asked like $6 or answered like $6)
     order by message_no desc limit ${pageSize + 1}`,
    [
      code,
      before ?? null,
      part(msgid),
      infno || null,
      outcome === undefined ? null : outcome === 'done' ? 0 : -1,
      part(words),
    ],
  );
  const items = rows.slice(0, pageSize).map(({ infcode, at, ...row }) => ({
    ...row,
    outcome: infcode === 0 ? ('done' as const) : ('refused' as const),
    at: instantText(at),
  }));
  return { items, nextBefore: rows.length > pageSize ? (items.at(-1)?.messageNo ?? null) : null };
}
