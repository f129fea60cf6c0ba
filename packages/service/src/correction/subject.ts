// What can be corrected: how it is now, how it shall be, and how that is done.
import type { CorrectionBody, Relation } from '@gongji/contract';
import { relationWords } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import { openBooks } from '@gongji/ledger';
import type { JournalId } from '@gongji/ledger';
import type { PoolClient } from 'pg';
import type { Context } from '../kernel/context.ts';
import { isValidPhone } from '../kernel/id-number.ts';
import { place } from '../kernel/place.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { Queryable } from '../kernel/transact.ts';
import { findPerson } from '../person/store.ts';
import { findRelation } from '../relation/detail.ts';
import { yuanText } from '../usage/money-text.ts';

export type CorrectionKind = CorrectionBody['kind'];

export interface Target {
  subjectKind: 'person' | 'relation';
  subjectId: string;
}

/** How it is and how it shall be; the texts are what people read. */
export interface Content {
  before: string;
  after: string;
  beforeText: string;
  afterText: string;
  /** Of a correction of money. */
  partYear?: number;
  amountFen?: number;
}

export const correctionWords: Record<CorrectionKind, string> = {
  'person-name': '更正姓名',
  'person-phone': '更正手机号',
  'relation-kinship': '更正亲属关系',
  'relation-end': '由经办机构解除共济关系',
  account: '更正个人账户',
};

const signed = (fen: number): string => `${fen < 0 ? '减少' : '增加'} ${yuanText(Math.abs(fen))}`;

/** What the correction would change now; refused where it changes nothing or fits no such record. */
export async function contentOf(
  client: Queryable,
  cipher: FieldCipher,
  area: string,
  { subjectKind, subjectId }: Target,
  body: Omit<CorrectionBody, 'reason'>,
): Promise<Result<Content>> {
  const wanted = body as CorrectionBody;
  const content = (before: string, after: string, texts = { beforeText: before, afterText: after }) =>
    before === after ? refuse('correction-changes-nothing') : done<Content>({ before, after, ...texts });
  if (subjectKind === 'relation') {
    const relation = await findRelation(client, subjectId);
    if (relation?.area !== area) return refuse('not-found');
    if (relation.state !== 'active') return refuse('state-changed');
    if (wanted.kind === 'relation-end')
      return content('active', 'ended', { beforeText: '有效', afterText: '已解除' });
    if (wanted.kind !== 'relation-kinship') return refuse('correction-does-not-fit');
    const texts = {
      beforeText: relationWords[relation.relation],
      afterText: relationWords[wanted.relation],
    };
    return content(relation.relation, wanted.relation, texts);
  }
  const person = await findPerson(client, cipher, subjectId);
  if (person?.area !== area) return refuse('not-found');
  switch (wanted.kind) {
    case 'person-name':
      return content(person.name, wanted.name);
    case 'person-phone':
      if (!isValidPhone(wanted.phone)) return refuse('phone-wrong', undefined, 'phone');
      return content(person.phone ?? '', wanted.phone);
    case 'account': {
      const { partYear, amountFen } = wanted;
      const afterText = `${partYear} 年的钱${signed(amountFen)}`;
      return done({
        ...{ before: '0', after: String(amountFen), beforeText: '不变', afterText, partYear, amountFen },
      });
    }
    default:
      return refuse('correction-does-not-fit');
  }
}

/** Does it. The caller works as the system and holds the subject's lock; the journal of a correction of money. */
export async function carryOut(
  client: PoolClient,
  cipher: FieldCipher,
  context: Context,
  correction: Target & { correctionId: string; area: string; kind: CorrectionKind; content: Content },
): Promise<Result<JournalId | null>> {
  const { subjectId, kind, content } = correction;
  switch (kind) {
    case 'person-name':
      await client.query('update gongji.person set name_enc = $2 where person_no = $1', [
        subjectId,
        cipher.encrypt(content.after, place('person.name_enc', subjectId)),
      ]);
      return done(null);
    case 'person-phone':
      await client.query('update gongji.person set phone_enc = $2, phone_hash = $3 where person_no = $1', [
        subjectId,
        cipher.encrypt(content.after, place('person.phone_enc', subjectId)),
        cipher.lookupHash(content.after),
      ]);
      return done(null);
    case 'relation-kinship':
      await client.query('update gongji.relation set relation = $2 where relation_id = $1', [
        subjectId,
        content.after as Relation,
      ]);
      return done(null);
    case 'relation-end':
      await client.query(`update gongji.relation set state = 'ended', ended_at = $2 where relation_id = $1`, [
        subjectId,
        context.at,
      ]);
      return done(null);
    case 'account':
      return postCorrection(client, context, correction);
  }
}

/** Against a suspense account of its own, where finance officers see what was corrected and settle it. */
async function postCorrection(
  client: PoolClient,
  { today, at }: Context,
  {
    correctionId,
    area,
    subjectId,
    content,
  }: Target & { correctionId: string; area: string; content: Content },
): Promise<Result<JournalId | null>> {
  const amountFen = content.amountFen ?? 0;
  const own = { area, kind: 'personal', owner: subjectId, partYear: content.partYear ?? 0 } as const;
  const other = { area, kind: 'suspense', owner: 'correction' } as const;
  const books = openBooks(client);
  await books.lock([own, other]);
  const posted = books.post({
    ...{ type: 'post', area, key: `correction:${correctionId}`, kind: 'correction', reference: correctionId },
    ...{ businessDate: today, at },
    legs: [
      { account: own, amountFen },
      { account: other, amountFen: -amountFen },
    ],
  });
  if (!posted.ok) {
    if (posted.reason === 'insufficient') return refuse('insufficient');
    throw new Error(`The ledger refused a correction: ${posted.reason}`);
  }
  await books.flush();
  return done(posted.journalId);
}
