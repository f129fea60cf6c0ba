// Relations, applications, premium payments and settlements on record.
import type { RecordKind, RecordMark, RecordView } from '@gongji/contract';
import { purposeWords, relationWords } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import { areaName } from '../area/insured-areas.ts';
import { findApplication } from '../application/row.ts';
import { instantText } from '../kernel/instant.ts';
import { maskIdNumber, maskPhone } from '../kernel/mask.ts';
import type { Queryable } from '../kernel/transact.ts';
import { findPeople } from '../person/store.ts';
import { findPayment } from '../premium/payment.ts';
import { findRelation } from '../relation/detail.ts';
import { yuanText } from '../usage/money-text.ts';
import { findBillFigures } from './bill.ts';
import { nameReader, personMark, relationMark } from './find.ts';
import { applicationWords, premiumWords } from './state-words.ts';

/** What a view shows of the record itself. */
export type Body = Pick<RecordView, 'title' | 'state' | 'facts' | 'money' | 'account' | 'related'>;
type Reader = (client: Queryable, cipher: FieldCipher, id: string) => Promise<Body | undefined>;

const minute = (at: Date): string => instantText(at).slice(0, 16).replace('T', ' ');
const limit = (fen: number | null): string => (fen === null ? '不限' : yuanText(fen));

async function marksOfPeople(
  client: Queryable,
  cipher: FieldCipher,
  personNos: readonly string[],
): Promise<RecordMark[]> {
  const people = await findPeople(client, cipher, personNos);
  return personNos.flatMap((personNo) => {
    const person = people.get(personNo);
    return person ? [personMark(person)] : [];
  });
}

const relationBody: Reader = async (client, cipher, id) => {
  const relation = await findRelation(client, id);
  if (!relation) return undefined;
  const { giverNo, memberNo, control } = relation;
  const nameOf = await nameReader(client, cipher, [giverNo, memberNo]);
  const { rows } = await client.query<{ id: string }>(
    'select application_id as id from gongji.application where relation_id = $1',
    [id],
  );
  const application = rows[0] && (await findApplication(client, cipher, rows[0].id));
  return {
    title: relationMark(relation, nameOf).title,
    state: relation.state === 'active' ? (control.paused ? '有效，已暂停使用' : '有效') : '已解除',
    facts: [
      { label: '编号', value: id },
      { label: '授权人', value: `${nameOf(giverNo)} ${giverNo}` },
      { label: '使用人', value: `${nameOf(memberNo)} ${memberNo}（${areaName(relation.memberArea)}参保）` },
      { label: '使用人是授权人的', value: relationWords[relation.relation] },
      { label: '建立时间', value: minute(relation.since) },
      ...(relation.endedAt ? [{ label: '解除时间', value: minute(relation.endedAt) }] : []),
      { label: '单次上限', value: limit(control.limitPaymentFen) },
      { label: '全年上限', value: limit(control.limitYearFen) },
      {
        label: '可用的用途',
        value: control.purposes.map((purpose) => purposeWords[purpose]).join('、'),
      },
      { label: '可用日期', value: `${control.usableFrom ?? '不限'} 至 ${control.usableTo ?? '不限'}` },
      { label: '使用顺序', value: `第 ${relation.position} 位` },
    ],
    ...{ money: [], account: null },
    related: [
      ...(await marksOfPeople(client, cipher, [giverNo, memberNo])),
      ...(application
        ? [
            {
              ...{ kind: 'application' as const, id: application.applicationId, title: '绑定申请' },
              text: `${applicationWords[application.state]}，${minute(application.submittedAt)} 提交`,
            },
          ]
        : []),
    ],
  };
};

const applicationBody: Reader = async (client, cipher, id) => {
  const found = await findApplication(client, cipher, id);
  if (!found) return undefined;
  const { giverNo, memberNo } = found;
  const relation = found.relationId === null ? undefined : await findRelation(client, found.relationId);
  const nameOf = await nameReader(client, cipher, [giverNo, memberNo]);
  return {
    title: `绑定申请：${nameOf(giverNo)} → ${found.memberName}`,
    state: applicationWords[found.state],
    facts: [
      { label: '编号', value: id },
      { label: '授权人', value: `${nameOf(giverNo)} ${giverNo}` },
      { label: '使用人', value: `${found.memberName} ${maskIdNumber(found.memberIdNumber)}` },
      { label: '使用人手机', value: maskPhone(found.memberPhone) },
      { label: '使用人是授权人的', value: relationWords[found.relation] },
      { label: '提交时间', value: minute(found.submittedAt) },
      { label: '告知书版本', value: found.noticeVersion },
      { label: '承诺书版本', value: found.promiseVersion },
    ],
    ...{ money: [], account: null },
    related: [
      ...(await marksOfPeople(client, cipher, [giverNo, memberNo])),
      ...(relation ? [relationMark(relation, nameOf)] : []),
    ],
  };
};

const premiumBody: Reader = async (client, cipher, id) => {
  const found = await findPayment(client, id);
  if (!found) return undefined;
  const { payerNo, memberNo } = found;
  const nameOf = await nameReader(client, cipher, [payerNo, memberNo]);
  return {
    title: `${found.coverageYear} 年度居民医保费：${nameOf(memberNo)}`,
    state: premiumWords[found.state],
    facts: [
      { label: '编号', value: id },
      { label: '缴费人', value: `${nameOf(payerNo)} ${payerNo}` },
      { label: '参保人', value: `${nameOf(memberNo)} ${memberNo}（${areaName(found.memberArea)}参保）` },
      { label: '提交时间', value: minute(found.createdAt) },
      { label: '凭证号', value: found.receiptNo ?? '没有' },
      { label: '税务凭证号', value: found.taxReceiptNo ?? '没有' },
      ...(found.shown.policy
        ? [{ label: '依据的政策', value: `${found.shown.policy.id} ${found.shown.policy.version}` }]
        : []),
    ],
    money: [
      { label: '应缴', fen: found.amountFen },
      { label: '个人账户', fen: found.fromAccountFen },
      { label: '现金', fen: found.cashFen },
    ],
    account: null,
    related: await marksOfPeople(client, cipher, [...new Set([payerNo, memberNo])]),
  };
};

const settlementBody: Reader = async (client, cipher, id) => {
  const bill = await findBillFigures(client, id);
  if (!bill) return undefined;
  const { rows: usages } = await client.query<{ giverNo: string; fen: number }>(
    `select giver_no as "giverNo", fen from gongji.usage where subject_id = $1 and direction = 'used' order by giver_no`,
    [id],
  );
  const givers = usages.map(({ giverNo }) => giverNo);
  const nameOf = await nameReader(client, cipher, [bill.patientNo, ...givers]);
  return {
    title: `医药费用结算：${nameOf(bill.patientNo)}`,
    state: bill.reversedAt ? `已退费（${minute(bill.reversedAt)}）` : '已结算',
    facts: [
      { label: '编号', value: id },
      { label: '患者', value: `${nameOf(bill.patientNo)} ${bill.patientNo}` },
      {
        label: '医药机构',
        value: [bill.institutionName, bill.institutionCode].filter(Boolean).join(' '),
      },
      { label: '结算时间', value: minute(bill.at) },
      { label: '账务日', value: bill.businessDate },
      { label: '凭证号', value: bill.journalId ?? '没有动用账户' },
      { label: '依据的政策', value: `${bill.policy.id} ${bill.policy.version}` },
    ],
    money: [
      { label: '总费用', fen: bill.totalFen },
      { label: '统筹基金', fen: bill.fundFen },
      { label: '本人账户', fen: bill.ownAccountFen },
      ...usages.map(({ giverNo, fen }) => ({ label: `亲属账户：${nameOf(giverNo)}`, fen })),
      { label: '现金', fen: bill.cashFen },
    ],
    account: null,
    related: await marksOfPeople(client, cipher, [...new Set([bill.patientNo, ...givers])]),
  };
};

export const bodyReaders: Record<Exclude<RecordKind, 'person'>, Reader> = {
  relation: relationBody,
  application: applicationBody,
  premium: premiumBody,
  settlement: settlementBody,
};
