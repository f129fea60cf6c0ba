// A server process of the bank test: a ledger of its own on the common database, asked by messages, killed without warning.
import { createPool } from '@gongji/database';
import { createLedger } from '../index.ts';
import type { Command } from '../index.ts';

const pool = createPool(process.argv[2] ?? '', { max: 5 });
const ledger = createLedger({ pool, batch: { connections: 2, maxSize: 50 } });

/** A fault tells nothing about whether the command was done. */
process.on('message', ({ number, command }: { number: number; command: Command }) => {
  ledger.submit(command).then(
    (outcome) => process.send?.({ number, outcome }),
    (fault: unknown) => process.send?.({ number, fault: String(fault) }),
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
