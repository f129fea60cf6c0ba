// Insurance status by file: what changed is written and recorded with what it was before.
import type { PoolClient } from 'pg';
import type { InsuranceStatus } from '@gongji/contract';
import type { ServiceDeps } from '../deps.ts';
import { appendActions } from '../kernel/action.ts';
import type { Context } from '../kernel/context.ts';
import { dayText } from '../kernel/instant.ts';
import { inBatches } from './batches.ts';
import { readCsv } from './csv.ts';
import type { Column, CsvRow } from './csv.ts';
import type { ImportRun } from './run-row.ts';
import type { ImportOptions } from './service.ts';
import { readFlag, statuses, wordOf } from './words.ts';

const columns = {
  personNo: { names: ['人员编号'] },
  status: { names: ['参保状态'] },
  retired: { names: ['退休'], optional: true },
} as const satisfies Record<string, Column>;

interface StatusRow {
  personNo: string;
  status: InsuranceStatus;
  /** Null: as it was. */
  retired: boolean | null;
}

/** True when it came to its end, false when it was stopped. */
export function importStatusFile(
  { cipher }: Pick<ServiceDeps, 'cipher'>,
  client: PoolClient,
  options: ImportOptions,
  run: ImportRun,
): Promise<boolean> {
  const { area, at } = options;
  const context: Context = {
    ...{ actor: { kind: 'system', name: 'import' }, at, today: dayText(at), channel: 'system' },
  };
  return inBatches(options, run, readCsv(options.file, columns), {
    read: readStatus,
    async bringIn(lot) {
      await client.query('begin');
      const { rows } = await client.query<{
        personNo: string;
        area: string;
        status: string;
        retired: boolean;
      }>(
        `select person_no as "personNo", area, status, retired from gongji.person where person_no = any($1::text[])
         order by person_no for update`,
        [lot.map(({ value }) => value.personNo)],
      );
      const known = new Map(rows.map((row) => [row.personNo, row]));
      const changed: { before: (typeof rows)[number]; after: StatusRow }[] = [];
      const outcomes = lot.map(({ value }) => {
        const before = known.get(value.personNo);
        if (!before) return '没有这个人员编号';
        if (before.area !== area) return '这个人不在这个参保地';
        const after = { ...value, retired: value.retired ?? before.retired };
        if (before.status === after.status && before.retired === after.retired) return 'repeated';
        changed.push({ before, after });
        known.set(value.personNo, { ...before, status: after.status, retired: after.retired });
        return 'good';
      });
      await client.query(
        `update gongji.person set status = change.status, retired = change.retired, as_of = $4
         from unnest($1::text[], $2::text[], $3::boolean[]) as change (person_no, status, retired)
         where person.person_no = change.person_no`,
        [
          changed.map(({ after }) => after.personNo),
          changed.map(({ after }) => after.status),
          changed.map(({ after }) => after.retired),
          at,
        ],
      );
      await appendActions(
        client,
        cipher,
        changed.map(({ before, after }) => ({
          context,
          action: {
            ...{ subjectKind: 'person', subjectId: after.personNo, area, kind: 'insurance-changed' },
            payload: {
              ...{ importNo: run.importNo, status: after.status, retired: after.retired },
              before: { status: before.status, retired: before.retired },
            },
          },
        })),
      );
      await client.query('commit');
      return outcomes;
    },
  });
}

function readStatus({ values, isUneven }: CsvRow<keyof typeof columns>): StatusRow | string {
  if (isUneven) return '列数与第一行不同';
  if (!/^[0-9A-Za-z]{1,32}$/.test(values.personNo)) return '人员编号不对，应为数字或字母';
  const status = wordOf<InsuranceStatus>(statuses, values.status);
  if (!status) return '参保状态不对，应为正常、暂停或终止';
  const retired = readFlag(values.retired);
  return retired === undefined ? '退休应为是或否' : { personNo: values.personNo, status, retired };
}
