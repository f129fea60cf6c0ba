// The bank test for minutes: many kills, more customers and processes.
import { expect, it } from 'vitest';
import { runBank } from './bank.testing.ts';

it('loses nothing and does nothing twice in two minutes of kills', async () => {
  const seen = await runBank({
    ...{
      seconds: 120,
      leastCommands: 1_000,
      customers: 24,
      tellers: 4,
      tellerKillMs: 2_000,
      databaseKillMs: 9_000,
    },
  });
  process.stdout.write(`${JSON.stringify(seen)}\n`);
  expect(seen.killed).toBeGreaterThan(10);
  expect(seen.databaseKills).toBeGreaterThan(4);
});
