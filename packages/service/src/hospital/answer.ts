// Stored answers: a message that did something is answered the same way for ever, and a revoked one never does anything.
import { byteaColumn, instantColumn, textColumn } from '@gongji/database';
import type { FieldCipher } from '@gongji/database';
import type { PoolClient } from 'pg';
import { place } from '../kernel/place.ts';
import { refuse } from '../kernel/result.ts';
import type { Refusal } from '../kernel/result.ts';
import type { Queryable } from '../kernel/transact.ts';
import type { Message } from './message.ts';

/** A message that may happen once; `content` is what was asked, compared when its msgid comes again. */
export interface OnceMessage extends Message {
  content: string;
}
type Name = Pick<Message, 'institution' | 'msgid'>;

export const messageKey = ({ institution, msgid }: Name): string => `${institution.code}/${msgid}`;
const outputPlace = (name: Name) => place('hospital_answer.output_enc', messageKey(name));

interface Row {
  institutionCode: string;
  msgid: string;
  infno: string;
  contentHash: Buffer | null;
  outputEnc: Buffer | null;
}

/** The earlier answers to these messages, by `messageKey`: an output, or a refusal when the content is another one. */
export async function storedAnswers(
  client: Queryable,
  cipher: FieldCipher,
  messages: readonly OnceMessage[],
): Promise<Map<string, (message: OnceMessage) => { ok: true; output: string } | Refusal>> {
  if (messages.length === 0) return new Map();
  const { rows } = await client.query<Row>({
    name: 'hospital-answers',
    // `offset 0` keeps this a look-up by index for each message.
    text: `select a.institution_code as "institutionCode", a.msgid, a.infno, a.content_hash as "contentHash",
        a.output_enc as "outputEnc"
      from (select distinct * from unnest($1::text[], $2::text[])) as named (code, msgid)
      cross join lateral (select * from gongji.hospital_answer o
        where o.institution_code = named.code and o.msgid = named.msgid offset 0) as a`,
    values: [
      textColumn(messages.map((message) => message.institution.code)),
      textColumn(messages.map((message) => message.msgid)),
    ],
  });
  return new Map(
    rows.map((row) => [
      `${row.institutionCode}/${row.msgid}`,
      (message) => {
        if (!row.contentHash || !row.outputEnc) return refuse('message-revoked');
        const isSame =
          row.infno === message.infno && row.contentHash.equals(cipher.lookupHash(message.content));
        if (!isSame) return refuse('message-id-reused');
        return { ok: true, output: cipher.decryptText(row.outputEnc, outputPlace(message)) };
      },
    ]),
  );
}

/**
 * Stores answers. A key that another transaction has taken meanwhile is a fault of the database, and the batch is run again;
 * unless `isRepeatable`: what was done is then the same, and one of the two answers is stored.
 */
export async function insertAnswers(
  client: PoolClient,
  cipher: FieldCipher,
  answers: readonly { message: OnceMessage; output: string }[],
  isRepeatable = false,
): Promise<void> {
  if (answers.length === 0) return;
  await client.query({
    name: isRepeatable ? 'insert-answers-once' : 'insert-answers',
    text: `insert into gongji.hospital_answer (area, institution_code, msgid, infno, at, content_hash, output_enc)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::bytea[], $7::bytea[])
     ${isRepeatable ? 'on conflict do nothing' : ''}`,
    values: [
      textColumn(answers.map(({ message }) => message.institution.area)),
      textColumn(answers.map(({ message }) => message.institution.code)),
      textColumn(answers.map(({ message }) => message.msgid)),
      textColumn(answers.map(({ message }) => message.infno)),
      instantColumn(answers.map(({ message }) => message.context.at)),
      byteaColumn(answers.map(({ message }) => cipher.lookupHash(message.content))),
      byteaColumn(answers.map(({ message, output }) => cipher.encrypt(output, outputPlace(message)))),
    ],
  });
}

/**
 * Marks a message that never came as one that will never be done; waits for it where it is under way. False when it was done
 * already, or waits to be: then its answer is stored.
 */
export async function revokeUndone(
  client: Queryable,
  { institution, msgid, infno }: Name & { infno: string },
  at: Date,
): Promise<boolean> {
  await client.query(
    `insert into gongji.hospital_answer (area, institution_code, msgid, infno, at) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [institution.area, institution.code, msgid, infno, at],
  );
  const { rows } = await client.query<{ isRevoked: boolean }>(
    `select content_hash is null as "isRevoked" from gongji.hospital_answer
     where institution_code = $1 and msgid = $2`,
    [institution.code, msgid],
  );
  return rows[0]?.isRevoked ?? false;
}
