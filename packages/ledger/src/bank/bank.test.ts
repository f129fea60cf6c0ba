// The bank test in short: a few kills. Minutes of it: bank.long.test.ts.
import { expect, it } from 'vitest';
import { runBank } from './bank.testing.ts';

it('loses nothing and does nothing twice while servers and the database are killed under its customers', async () => {
  const seen = await runBank({
    seconds: 6,
    leastCommands: 60,
    customers: 8,
    tellers: 2,
    tellerKillMs: 1_500,
    databaseKillMs: 2_200,
  });
  expect(seen.killed).toBeGreaterThan(0);
  expect(seen.databaseKills).toBeGreaterThan(0);
  expect(seen.commands).toBeGreaterThanOrEqual(60);
  expect(seen.sumsSeen).toBeGreaterThan(0);
});
