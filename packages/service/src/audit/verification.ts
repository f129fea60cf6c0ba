// The check of an area's records and books: it runs beside everything else, and the page asks how far it is.
import type { AuditVerification } from '@gongji/contract';
import type { Ledger, VerifyReport } from '@gongji/ledger';
import type { Pool } from 'pg';
import { instantText } from '../kernel/instant.ts';
import { verifyRecords } from '../kernel/verify-records.ts';
import type { RecordProblem } from '../kernel/verify-records.ts';
import type { Queryable } from '../kernel/transact.ts';

const mostProblems = 200;

const recordTexts: Record<RecordProblem['code'], string> = {
  'content-altered': '内容与写入时不一样',
  'chain-broken': '前后接不上，中间有记录被拿走或插入',
  'form-missing': '说明的原文不见了',
  'rows-missing': '封存过的记录少了',
  'rows-added': '封存过的范围里多出了记录',
};
const bookTexts: Record<VerifyReport['problems'][number]['code'], string> = {
  'balance-differs': '余额与明细不符',
  'balance-after-differs': '明细的余额前后不接',
  'list-broken': '账户的明细次序断开',
  overdrawn: '余额越界',
  'day-differs': '日结与明细不符',
  'seal-altered': '日结封存被改动',
  'chain-broken': '哈希链断开',
  'content-altered': '内容被改动',
  'outside-chain': '有不在哈希链里的记录',
  'hold-differs': '冻结与记录不符',
  'year-end-differs': '年终计息与入账不符',
  'clearing-differs': '清算与明细不符',
};

type Progress = Omit<AuditVerification, 'seals'>;

const nothing: Progress = {
  ...{ state: 'none', startedAt: null, endedAt: null, records: 0, batches: 0, books: null, problems: [] },
};

export interface Verifier {
  progress(area: string): Progress;
  /** Begins unless one of this area is under way; `false` then. */
  start(area: string, at: Date): boolean;
  /** Waits for those under way. */
  close(): Promise<void>;
}

/** Kept in memory: a check belongs to the program that ran it; that it was asked for is an action. */
export function createVerifier(
  pool: Pool,
  ledger: Pick<Ledger, 'verify'>,
  fail: (error: unknown) => void,
): Verifier {
  const runs = new Map<string, Progress>();
  const underWay = new Set<Promise<void>>();

  async function run(area: string, at: Date): Promise<void> {
    const began = performance.now();
    const tell = (change: Partial<Progress>) => runs.set(area, { ...(runs.get(area) ?? nothing), ...change });
    const ended = () => instantText(new Date(at.getTime() + (performance.now() - began)));
    try {
      let records = 0;
      const found = await verifyRecords(pool, {
        area,
        onProgress: (rows) => {
          records += rows;
          tell({ records });
        },
      });
      const report = await ledger.verify((batches) => tell({ batches }));
      const problems = [
        ...found.map(({ table, row, code }) => ({ where: `${table} ${row}`, text: recordTexts[code] })),
        ...report.problems
          .filter((problem) => problem.area === area)
          .map(({ code, subject }) => ({ where: `ledger ${subject}`, text: bookTexts[code] })),
      ];
      const { journals, postings } = report;
      tell({
        state: 'done',
        endedAt: ended(),
        books: { journals, postings },
        problems: problems.slice(0, mostProblems),
      });
    } catch (error) {
      fail(error);
      tell({ state: 'failed', endedAt: ended() });
    }
  }

  return {
    progress: (area) => runs.get(area) ?? nothing,
    start(area, at) {
      if (runs.get(area)?.state === 'running') return false;
      runs.set(area, { ...nothing, state: 'running', startedAt: instantText(at) });
      const work = run(area, at).finally(() => underWay.delete(work));
      underWay.add(work);
      return true;
    },
    async close() {
      await Promise.all(underWay);
    },
  };
}

/** How many seals the area has, and the last one. */
export async function sealsOf(client: Queryable, area: string): Promise<AuditVerification['seals']> {
  const { rows } = await client.query<{ count: number; at: Date; root: Buffer }>(
    `select number as count, sealed_at as at, root from gongji.record_seal where area = $1
     order by number desc limit 1`,
    [area],
  );
  const [last] = rows;
  return last
    ? { count: last.count, lastAt: instantText(last.at), lastRoot: last.root.toString('hex') }
    : { count: 0, lastAt: null, lastRoot: null };
}
