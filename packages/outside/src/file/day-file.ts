// GET /files/DAY: what happened on a day as a CSV file whose last line counts it, with the rows that faults took, added or changed.
import { shanghaiText } from '../clock.ts';
import type { Clock } from '../clock.ts';
import type { FaultList, RowFault } from '../fault/fault-list.ts';
import { reply, run } from '../fault/operation.ts';
import type { OutsideApp } from '../http/app.ts';

/** One thing that happened; amounts in fen, `at` with the offset of Asia/Shanghai. */
export interface FileRow {
  reference: string;
  /** The other side's own number: receipt or order. */
  number: string;
  area: string;
  kind: 'accepted' | 'paid' | 'refunded';
  amountFen: number;
  at: string;
}

/** Answers 404 for a day that has not begun. */
export function addDayFile(
  app: OutsideApp,
  source: { faults: FaultList; clock: Clock; rows: () => FileRow[] },
): void {
  app.get('/files/:day', (context) =>
    run(context, source.faults, context.req.param('day'), {
      name: 'files',
      act: (day) =>
        /^\d{4}-\d{2}-\d{2}$/.test(day) && day <= shanghaiText(source.clock()).slice(0, 10)
          ? reply(dayFile(source.rows(), day, source.faults.rowFaults()))
          : reply({ reason: '这一天的账单还没有出' }, 404),
      refuse: () => reply({ reason: '账单正在整理，请稍后再取' }, 404),
    }),
  );
}

const header = 'reference,number,area,kind,amountFen,at';

/** The file of a day. A late row stands in the next day's file instead of its own. */
function dayFile(rows: readonly FileRow[], day: string, faults: readonly RowFault[]): string {
  const late = faults.filter(({ fault }) => fault === 'row-late');
  const lateRows = new Map(
    late.flatMap((fault) => {
      const row = rowOf(
        rows.filter(({ at }) => at.startsWith(fault.day)),
        fault,
      );
      return row ? [[row, nextDay(fault.day)] as const] : [];
    }),
  );
  let listed = rows.filter((row) => (lateRows.get(row) ?? row.at.slice(0, 10)) === day);
  for (const fault of faults) {
    if (fault.day !== day) continue;
    const row = rowOf(listed, fault);
    if (fault.fault === 'row-extra') listed = [...listed, extraRow(listed, fault)];
    else if (fault.fault === 'row-missing') listed = listed.filter((other) => other !== row);
    else if (fault.fault === 'row-different') {
      listed = listed.map((other) =>
        other === row ? { ...other, amountFen: fault.amountFen ?? other.amountFen + 100 } : other,
      );
    }
  }
  const totalFen = listed.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const lines = listed.map(({ reference, number, area, kind, amountFen, at }) =>
    [reference, number, area, kind, amountFen, at].join(','),
  );
  return `${[header, ...lines, `TOTAL,${listed.length},,,${totalFen},`].join('\n')}\n`;
}

const rowOf = (rows: readonly FileRow[], { reference }: RowFault) =>
  reference === undefined ? rows[0] : rows.find((row) => row.reference === reference);

function extraRow(listed: readonly FileRow[], fault: RowFault): FileRow {
  return {
    reference: fault.reference ?? `unknown-${fault.day}`,
    number: `X${fault.day.replaceAll('-', '')}${String(listed.length + 1).padStart(4, '0')}`,
    area: fault.area ?? '340500',
    kind: listed[0]?.kind ?? 'paid',
    amountFen: fault.amountFen ?? 10_000,
    at: `${fault.day}T12:00:00+08:00`,
  };
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
