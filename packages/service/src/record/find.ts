// Finds records by a number that somebody holds in their hand.
import type { RecordMark } from '@gongji/contract';
import { relationWords } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import { findApplication } from '../application/row.ts';
import { instantText } from '../kernel/instant.ts';
import type { Queryable } from '../kernel/transact.ts';
import { markOf } from '../person/mark.ts';
import type { PersonRecord } from '../person/record.ts';
import { findPeople, findPerson, findPersonByIdNumber } from '../person/store.ts';
import { findPayment } from '../premium/payment.ts';
import { findRelation } from '../relation/detail.ts';
import { yuanText } from '../usage/money-text.ts';
import { billMark, findBillFigures } from './bill.ts';
import { applicationWords, premiumWords } from './state-words.ts';

export const personMark = (person: PersonRecord): RecordMark => {
  const { personNo, name, maskedIdNumber, areaName } = markOf(person);
  return { kind: 'person', id: personNo, title: name, text: `${maskedIdNumber}，${areaName}参保` };
};

/** Names by person number, as far as the database role sees them; the number itself for others. */
export async function nameReader(
  client: Queryable,
  cipher: FieldCipher,
  personNos: readonly string[],
): Promise<(personNo: string) => string> {
  const people = await findPeople(client, cipher, personNos);
  return (personNo) => people.get(personNo)?.name ?? personNo;
}

/** At most one, but for numbers that name several kinds of record. */
export async function findByNumber(
  client: Queryable,
  cipher: FieldCipher,
  query: string,
): Promise<RecordMark[]> {
  const text = query.trim();
  if (/^\d{17}[\dXx]$/.test(text)) {
    const person = await findPersonByIdNumber(client, cipher, text.toUpperCase());
    if (person) return [personMark(person)];
  }
  const [prefix] = text.split('_');
  if (prefix === 'rel') return relationMarks(client, cipher, text);
  if (prefix === 'app') return applicationMarks(client, cipher, text);
  if (prefix === 'pre') return premiumMarks(client, cipher, text);
  if (prefix === 'set') return settlementMarks(client, cipher, text);
  const person = await findPerson(client, cipher, text);
  if (person) return [personMark(person)];
  const { rows } = await client.query<{ kind: 'premium' | 'application'; id: string }>(
    `select 'premium' as kind, payment_id as id from gongji.premium_payment where receipt_no = $1
     union all select 'application', application_id from gongji.signed_promise where number = $1`,
    [text.toUpperCase()],
  );
  const marks: RecordMark[] = [];
  for (const { kind, id } of rows) {
    const read = kind === 'premium' ? premiumMarks : applicationMarks;
    marks.push(...(await read(client, cipher, id)));
  }
  return marks;
}

async function relationMarks(client: Queryable, cipher: FieldCipher, id: string): Promise<RecordMark[]> {
  const found = await findRelation(client, id);
  if (!found) return [];
  const nameOf = await nameReader(client, cipher, [found.giverNo, found.memberNo]);
  return [relationMark(found, nameOf)];
}

export const relationMark = (
  row: {
    relationId: string;
    giverNo: string;
    memberNo: string;
    relation: keyof typeof relationWords;
    state: string;
    since: Date;
  },
  nameOf: (personNo: string) => string,
): RecordMark => ({
  kind: 'relation',
  id: row.relationId,
  title: `共济关系：${nameOf(row.giverNo)} → ${nameOf(row.memberNo)}`,
  text: `${relationWords[row.relation]}，${row.state === 'active' ? '有效' : '已解除'}，${instantText(row.since).slice(0, 10)} 起`,
});

async function applicationMarks(client: Queryable, cipher: FieldCipher, id: string): Promise<RecordMark[]> {
  const found = await findApplication(client, cipher, id);
  if (!found) return [];
  const { memberName, relation, state, submittedAt } = found;
  return [
    {
      ...{ kind: 'application', id, title: `绑定申请：${relationWords[relation]} ${memberName}` },
      text: `${applicationWords[state]}，${instantText(submittedAt).slice(0, 10)} 提交`,
    },
  ];
}

async function premiumMarks(client: Queryable, cipher: FieldCipher, id: string): Promise<RecordMark[]> {
  const found = await findPayment(client, id);
  if (!found) return [];
  const nameOf = await nameReader(client, cipher, [found.memberNo]);
  return [
    {
      ...{ kind: 'premium', id, title: `${found.coverageYear} 年度居民医保费：${nameOf(found.memberNo)}` },
      text: `${yuanText(found.amountFen)}，${premiumWords[found.state]}`,
    },
  ];
}

async function settlementMarks(client: Queryable, cipher: FieldCipher, id: string): Promise<RecordMark[]> {
  const bill = await findBillFigures(client, id);
  if (!bill) return [];
  return [billMark(bill, await nameReader(client, cipher, [bill.patientNo]))];
}
