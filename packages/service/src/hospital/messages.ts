// Searching the kept messages of institutions.
import type { Queryable } from '../kernel/transact.ts';

/** Fields that are left out are not asked about. */
export interface MessageSearch {
  area: string;
  institutionCode?: string;
  msgid?: string;
  infno?: string;
  /** Instants, the first inclusive. */
  from?: Date;
  to?: Date;
  /** Only those that were refused, or only those that were not. */
  infcode?: 0 | -1;
  /** Anywhere in what was asked or answered, as it is kept. */
  text?: string;
  /** Page on with the `messageNo` of the last one. */
  before?: number;
  limit: number;
}
export interface KeptMessage {
  messageNo: number;
  institutionCode: string;
  msgid: string;
  infno: string;
  infcode: 0 | -1;
  asked: string;
  answered: string;
  at: Date;
  tookMs: number;
}

/** The newest first. */
export async function searchMessages(client: Queryable, search: MessageSearch): Promise<KeptMessage[]> {
  const { rows } = await client.query<KeptMessage>(
    `select message_no as "messageNo", institution_code as "institutionCode", msgid, infno, infcode, asked, answered,
       at, took_ms as "tookMs"
     from gongji.hospital_message
     where area = $1
       and ($2::text is null or institution_code = $2)
       and ($3::text is null or msgid = $3)
       and ($4::text is null or infno = $4)
       and ($5::timestamptz is null or at >= $5)
       and ($6::timestamptz is null or at < $6)
       and ($7::smallint is null or infcode = $7)
       and ($8::text is null or strpos(asked, $8) > 0 or strpos(answered, $8) > 0)
       and ($9::bigint is null or message_no < $9)
     order by message_no desc limit $10`,
    [
      ...[search.area, search.institutionCode ?? null, search.msgid ?? null, search.infno ?? null],
      ...[search.from ?? null, search.to ?? null, search.infcode ?? null, search.text ?? null],
      ...[search.before ?? null, search.limit],
    ],
  );
  return rows;
}
