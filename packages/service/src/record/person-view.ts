// A person on record: insurance, account with its movements, and everything that belongs to them.
import type { RecordAccount, RecordMark } from '@gongji/contract';
import { relationWords } from '@gongji/contract';
import type { Ledger, StatementLine } from '@gongji/ledger';
import type { FieldCipher } from '@gongji/database';
import { areaName } from '../area/insured-areas.ts';
import { applicationsOfGiver } from '../application/row.ts';
import { instantText } from '../kernel/instant.ts';
import { maskIdNumber, maskPhone } from '../kernel/mask.ts';
import type { Queryable } from '../kernel/transact.ts';
import { findPerson } from '../person/store.ts';
import { paymentsOf } from '../premium/payment.ts';
import { relationsOf } from '../relation/row.ts';
import { yuanText } from '../usage/money-text.ts';
import { billMark, billsOfPatient } from './bill.ts';
import { nameReader, relationMark } from './find.ts';
import { applicationWords, premiumWords } from './state-words.ts';
import type { Body } from './view.ts';

const mostBills = 50;
const mostLines = 200;

const statusWords = { normal: '正常参保', suspended: '暂停参保', ended: '终止参保' } as const;
const schemeWords = { employee: '职工医保', resident: '城乡居民医保' } as const;
const groupWords: Readonly<Record<string, string>> = {
  ordinary: '普通参保人',
  destitute: '特困',
  'severely-disabled': '重度残疾',
  orphan: '孤儿',
  'lonely-elderly': '孤寡老人',
  'minimum-living': '低保',
  'returned-to-poverty': '返贫致贫人口',
  monitored: '监测对象',
};

const journalWords: Readonly<Record<string, string>> = {
  opening: '期初导入',
  contribution: '缴费划入',
  contributions: '缴费划入',
  settlement: '医药费用结算',
  'settlement-reversal': '结算退费',
  premium: '居民医保费',
  interest: '利息',
  correction: '更正',
};

/** The account is read by the ledger before, on a connection of its own. */
export async function personBody(
  client: Queryable,
  cipher: FieldCipher,
  personNo: string,
  account: RecordAccount,
): Promise<Body | undefined> {
  const person = await findPerson(client, cipher, personNo);
  if (!person) return undefined;
  const relations = await relationsOf(client, personNo);
  const applications = await applicationsOfGiver(client, cipher, personNo);
  const payments = await paymentsOf(client, personNo);
  const bills = await billsOfPatient(client, personNo, mostBills);
  const nameOf = await nameReader(client, cipher, [
    ...[personNo, ...relations.flatMap(({ giverNo, memberNo }) => [giverNo, memberNo])],
    ...payments.map(({ memberNo }) => memberNo),
  ]);
  const related: RecordMark[] = [
    ...relations.map((relation) => relationMark(relation, nameOf)),
    ...applications.map((each) => ({
      ...{ kind: 'application' as const, id: each.applicationId },
      title: `绑定申请：${relationWords[each.relation]} ${each.memberName}`,
      text: `${applicationWords[each.state]}，${instantText(each.submittedAt).slice(0, 10)} 提交`,
    })),
    ...payments.map((each) => ({
      ...{ kind: 'premium' as const, id: each.paymentId },
      title: `${each.coverageYear} 年度居民医保费：${nameOf(each.memberNo)}`,
      text: `${yuanText(each.amountFen)}，${premiumWords[each.state]}`,
    })),
    ...bills.map((bill) => billMark(bill, nameOf)),
  ];
  return {
    title: person.name,
    state: statusWords[person.status],
    facts: [
      { label: '人员编号', value: personNo },
      { label: '证件号码', value: maskIdNumber(person.idNumber) },
      { label: '手机号', value: maskPhone(person.phone) || '没有登记' },
      { label: '出生日期', value: person.bornOn },
      { label: '参保地', value: areaName(person.area) },
      {
        label: '险种',
        value: `${schemeWords[person.scheme]}${person.scheme === 'employee' ? (person.retired ? '，退休' : '，在职') : ''}`,
      },
      { label: '参保状态', value: statusWords[person.status] },
      { label: '人员类别', value: groupWords[person.group] ?? person.group },
    ],
    money: [],
    account: person.scheme === 'employee' || account.parts.length > 0 ? account : null,
    related,
  };
}

/** The person's account in the area, and its last movements. */
export async function accountOfPerson(
  ledger: Pick<Ledger, 'parts' | 'statement'>,
  area: string,
  personNo: string,
): Promise<RecordAccount> {
  const parts = (await ledger.parts(personNo)).filter((part) => part.area === area);
  const lines = parts.length === 0 ? [] : await ledger.statement({ area, owner: personNo, limit: mostLines });
  return {
    parts: parts.map(({ partYear, netFen, heldFen, frozenFen, availableFen }) => ({
      ...{ partYear, netFen, heldFen: heldFen + frozenFen, availableFen },
    })),
    lines: lines.map((line) => ({
      businessDate: line.businessDate,
      text: journalWords[line.kind] ?? line.kind,
      partYear: line.account.partYear ?? 0,
      ...{ amountFen: line.amountFen, balanceAfterFen: line.balanceAfterFen },
      ...{ reference: line.reference, journalId: line.journalId, record: recordBehind(line) },
    })),
  };
}

function recordBehind({ reference }: StatementLine): { kind: 'settlement' | 'premium'; id: string } | null {
  if (reference.startsWith('set_')) return { kind: 'settlement', id: reference };
  if (reference.startsWith('pre_')) return { kind: 'premium', id: reference };
  return null;
}
