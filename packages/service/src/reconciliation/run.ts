// One day's reconciliation: fetch the file, keep it, compare it, open cases; each step is found done when it is run again.
import type { ServiceDeps } from '../deps.ts';
import { appendActions } from '../kernel/action.ts';
import type { NewAction } from '../kernel/action.ts';
import type { Context } from '../kernel/context.ts';
import { dayText } from '../kernel/instant.ts';
import { done } from '../kernel/result.ts';
import { transact } from '../kernel/transact.ts';
import { countOpen, noteLateRows } from './case.ts';
import { countMatches, findDifferences } from './compare.ts';
import { readDayFile } from './file.ts';
import type { DayFile } from './file.ts';
import { openDifference } from './open-difference.ts';
import type { Difference, ReconciliationReport, RunOutcome, Source } from './service.ts';
import { keepFile, lockDay, markCompared } from './store.ts';

type Deps = Pick<ServiceDeps, 'pool' | 'cipher' | 'ports'>;

const sourceNames: Record<Source, string> = { tax: '税务部门', cash: '支付渠道' };

export async function runReconciliation(
  { pool, cipher, ports }: Deps,
  source: Source,
  day: string,
  at: Date,
): Promise<RunOutcome> {
  const fetched = await ports.dailyFiles.fetch(source, day);
  if (fetched.result === 'silent')
    return { ok: false, reason: 'silent', what: `${sourceNames[source]}没有回应` };
  if (fetched.result === 'not-ready')
    return { ok: false, reason: 'not-ready', what: `${sourceNames[source]} ${day} 的账单还没有出` };
  const read = readDayFile(source, fetched.text);
  if (!read.ok) return { ok: false, reason: 'file-damaged', what: read.what };
  const { file } = read;

  // Kept in a transaction of its own, so that what came stays there whatever happens to the comparison.
  const kept = await transact(pool, async (client) => {
    await lockDay(client, source, day);
    return done(await keepFile(client, source, day, file, at));
  });
  if (!kept.ok) throw new Error('Keeping a file was refused');
  const { version } = kept.value;

  const context: Context = {
    actor: { kind: 'system', name: 'reconciliation' },
    at,
    today: dayText(at),
    channel: 'system',
  };
  const report = await transact(pool, async (client) => {
    await lockDay(client, source, day);
    const found = await findDifferences(client, source, day, version);
    const opened: Partial<Record<Difference, number>> = {};
    const actions: NewAction[] = [];
    for (const difference of found) {
      const action = await openDifference(client, context, source, day, difference);
      if (!action) continue;
      opened[difference.difference] = (opened[difference.difference] ?? 0) + 1;
      actions.push(action);
    }
    const late = await noteLateRows(client, source, day, version);
    for (const { caseId, area } of late) {
      actions.push({
        ...{ subjectKind: 'reconciliation', subjectId: caseId, area, kind: 'arrived-late' },
        payload: { day },
      });
    }
    await appendActions(
      client,
      cipher,
      actions.map((action) => ({ context, action })),
    );
    const matched = await countMatches(client, source, day, version);
    await markCompared(client, source, day, version, at);
    return done(
      reportOf(
        { source, day, version, repeated: kept.value.isCompared },
        file,
        matched,
        opened,
        late.length,
        await countOpen(client, source),
      ),
    );
  });
  if (!report.ok) throw new Error('A reconciliation was refused');
  return { ok: true, report: report.value };
}

function reportOf(
  head: Pick<ReconciliationReport, 'source' | 'day' | 'version' | 'repeated'>,
  file: DayFile,
  matched: { rows: number; fen: number },
  opened: ReconciliationReport['opened'],
  arrivedLate: number,
  openCases: number,
): ReconciliationReport {
  return {
    ...head,
    rows: file.rows.length,
    totalFen: file.totalFen,
    matchedRows: matched.rows,
    matchedFen: matched.fen,
    opened,
    arrivedLate,
    openCases,
  };
}
