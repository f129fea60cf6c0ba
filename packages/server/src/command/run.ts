// Finds the command by its name and runs it; whatever happens, the outside sees an exit status and one sentence.

interface Command {
  run(args: string[]): Promise<number>;
}

/** Each command is loaded only when it is called, so that none slows another. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  quote: () => import('./quote.ts'),
  premium: () => import('./premium.ts'),
  eligibility: () => import('./eligibility.ts'),
  demo: () => import('./demo.ts'),
  policy: () => import('./policy/index.ts'),
  import: () => import('./import/index.ts'),
  reconcile: () => import('./money/reconcile.ts'),
  'year-end': () => import('./money/year-end.ts'),
  clearing: () => import('./money/clearing.ts'),
  ledger: () => import('./money/ledger.ts'),
  staff: () => import('./staff.ts'),
};

const REFUSED = 2;

/** @returns the exit status: 0 answered, 2 refused, 1 a fault of the program itself. */
export async function run(args: string[]): Promise<number> {
  const [name = '', ...rest] = args;
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    const known = Object.keys(COMMANDS).join(', ');
    const found = name === '' ? 'no command was given' : `there is no command "${name}"`;
    process.stderr.write(`gongji: ${found}; use one of ${known}.\n`);
    return REFUSED;
  }
  try {
    const command = await load();
    return await command.run(rest);
  } catch (fault) {
    const [sentence] = (fault instanceof Error ? fault.message : String(fault)).split('\n');
    process.stderr.write(`gongji ${name}: ${sentence}\n`);
    return 1;
  }
}
