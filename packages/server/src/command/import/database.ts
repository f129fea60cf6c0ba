// The product's database for a command, by the same settings as the product's own.
import { visitDatabase } from '@gongji/database';
import type { VisitedDatabase } from '@gongji/database';
import { readConfig } from '../../config.ts';
import { allMigrations } from '../../migrations.ts';

/** Throws DatabaseProblem or StartProblem with a sentence for the operator. */
export async function visitProductDatabase(): Promise<VisitedDatabase> {
  const { dataDirectory, databaseUrl } = readConfig(process.env);
  return visitDatabase({
    dataDirectory,
    databaseUrl: databaseUrl ?? undefined,
    migrations: allMigrations(),
    log: () => undefined,
  });
}
