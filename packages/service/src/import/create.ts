// The import of one file: once by its content, taken up again where it stopped.
import type { ServiceDeps } from '../deps.ts';
import { importCredits } from './credits.ts';
import { hashFile } from './csv.ts';
import { importPeopleFile } from './people.ts';
import { closeRun, openRun, reportOf, unlockRun } from './run-row.ts';
import type { ImportService } from './service.ts';
import { importStatusFile } from './status.ts';

export function createImportService(deps: Pick<ServiceDeps, 'pool' | 'cipher'>): ImportService {
  const { pool } = deps;
  return {
    async run(options) {
      const contentHash = await hashFile(options.file);
      const client = await pool.connect();
      let isBroken = true;
      try {
        const run = await openRun(client, options, contentHash);
        if (run.isDone) {
          await unlockRun(client, options);
          isBroken = false;
          return reportOf(options.kind, run, 'done', true);
        }
        // Counted anew from the file: what an earlier part brought in is found by its rows.
        Object.assign(run, { rows: 0, goodRows: 0, repeatedRows: 0, badRows: 0, totalFen: 0 });
        const isAtEnd = await carryOut();
        const state = isAtEnd ? 'done' : 'stopped';
        await closeRun(client, run, state, options.at);
        await unlockRun(client, options);
        isBroken = false;
        return reportOf(options.kind, run, state, false);

        async function carryOut(): Promise<boolean> {
          switch (options.kind) {
            case 'contributions':
            case 'balances':
              return importCredits(client, options, run);
            case 'people':
              return importPeopleFile(deps, client, options, run);
            case 'status':
              return importStatusFile(deps, client, options, run);
          }
        }
      } finally {
        // A connection in the middle of something is not given back: its lock and table end with it.
        client.release(isBroken);
      }
    },
  };
}
