// People by file: new ones are written, known ones with the same content are repeated, anything else is told.
import type { PoolClient } from 'pg';
import type { InsuranceStatus, Scheme } from '@gongji/contract';
import type { MemberGroup } from '@gongji/policy';
import type { ServiceDeps } from '../deps.ts';
import { birthDateOf, isValidIdNumber, isValidPhone, sexOf } from '../kernel/id-number.ts';
import type { PersonRecord } from '../person/record.ts';
import { addPeople, findPeople } from '../person/store.ts';
import { inBatches } from './batches.ts';
import { readCsv } from './csv.ts';
import type { Column, CsvRow } from './csv.ts';
import type { ImportRun } from './run-row.ts';
import type { ImportOptions } from './service.ts';
import { groups, readFlag, schemes, statuses, wordOf } from './words.ts';

const columns = {
  personNo: { names: ['人员编号'] },
  name: { names: ['姓名'] },
  idNumber: { names: ['身份证号', '证件号码'] },
  phone: { names: ['手机号'], optional: true },
  scheme: { names: ['险种'] },
  retired: { names: ['退休'], optional: true },
  status: { names: ['参保状态'] },
  group: { names: ['人员类别'], optional: true },
  student: { names: ['学生'], optional: true },
  chronic: { names: ['慢特病'], optional: true },
  insuredPriorYears: { names: ['以前参保'], optional: true },
  missedYears: { names: ['断缴年数'], optional: true },
} as const satisfies Record<string, Column>;

/** True when it came to its end, false when it was stopped. */
export async function importPeopleFile(
  { cipher }: Pick<ServiceDeps, 'cipher'>,
  client: PoolClient,
  options: ImportOptions,
  run: ImportRun,
): Promise<boolean> {
  return inBatches(options, run, readCsv(options.file, columns), {
    read: (row) => readPerson(row, options.area, options.businessDate),
    async bringIn(people) {
      await client.query('begin');
      const known = await findPeople(
        client,
        cipher,
        people.map(({ value }) => value.personNo),
      );
      const added = await addPeople(
        client,
        cipher,
        people.map(({ value }) => value).filter(({ personNo }) => !known.has(personNo)),
        options.at,
      );
      await client.query('commit');
      const taken = new Set<string>();
      return people.map(({ value }) => {
        const before = known.get(value.personNo);
        if (before)
          return isSame(before, value)
            ? 'repeated'
            : '这个人员编号已经有了，内容不同；参保状态请用 status 导入';
        if (!added.has(value.personNo)) return '身份证号码已经属于另一个人员编号';
        if (taken.has(value.personNo)) return '文件里这个人员编号出现了两次';
        taken.add(value.personNo);
        return 'good';
      });
    },
  });
}

function readPerson(
  { values, isUneven }: CsvRow<keyof typeof columns>,
  area: string,
  today: string,
): PersonRecord | string {
  if (isUneven) return '列数与第一行不同';
  if (!/^[0-9A-Za-z]{1,32}$/.test(values.personNo)) return '人员编号不对，应为数字或字母';
  if (values.name === '' || values.name.length > 60) return '姓名不对，应为 1 到 60 个字';
  const idNumber = values.idNumber.toUpperCase();
  if (!isValidIdNumber(idNumber, today)) return '身份证号码不对，应为 18 位且校验码正确';
  if (values.phone !== '' && !isValidPhone(values.phone)) return '手机号不对，应为 11 位数字';
  const scheme = wordOf<Scheme>(schemes, values.scheme);
  if (!scheme) return '险种不对，应为职工或居民';
  const status = wordOf<InsuranceStatus>(statuses, values.status);
  if (!status) return '参保状态不对，应为正常、暂停或终止';
  const group = values.group === '' ? 'ordinary' : wordOf<MemberGroup>(groups, values.group);
  if (!group) return '人员类别不对';
  const retired = readFlag(values.retired);
  const student = readFlag(values.student);
  const insuredPriorYears = readFlag(values.insuredPriorYears);
  if (retired === undefined || student === undefined || insuredPriorYears === undefined)
    return '退休、学生、以前参保应为是或否';
  if (!/^\d{0,2}$/.test(values.missedYears)) return '断缴年数不对，应为整数';
  return {
    ...{ personNo: values.personNo, area, name: values.name, idNumber, scheme, status, group, student },
    phone: values.phone === '' ? null : values.phone,
    bornOn: birthDateOf(idNumber),
    sex: sexOf(idNumber),
    retired: retired ?? false,
    chronic: values.chronic === '' ? [] : values.chronic.split(/[;；、]/),
    insuredPriorYears: insuredPriorYears ?? true,
    missedYears: Number(values.missedYears),
  };
}

const contentOf = (person: PersonRecord) =>
  JSON.stringify([
    ...[
      person.personNo,
      person.area,
      person.name,
      person.idNumber,
      person.phone,
      person.scheme,
      person.status,
    ],
    ...[
      person.group,
      person.student,
      person.retired,
      person.chronic,
      person.insuredPriorYears,
      person.missedYears,
    ],
  ]);

const isSame = (one: PersonRecord, other: PersonRecord) => contentOf(one) === contentOf(other);
