// `gongji import KIND FILE`: brings a file of the agency's data in; one file of code for each kind.

import type { ImportKind } from '@gongji/service';

interface Import {
  /** @returns the exit status: 0 brought in, 2 refused. */
  run(args: string[]): Promise<number>;
}

const KINDS: Record<string, () => Promise<Import>> = {
  catalogue: () => import('./catalogue.ts'),
  contributions: () => forKind('contributions'),
  balances: () => forKind('balances'),
  people: () => forKind('people'),
  status: () => forKind('status'),
};

/** The files that the import service reads have one command. */
async function forKind(kind: ImportKind): Promise<Import> {
  const { runImport } = await import('../money/import.ts');
  return { run: (args) => runImport(kind, args) };
}

export async function run(args: string[]): Promise<number> {
  const [kind = '', ...rest] = args;
  const load = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (load === undefined) {
    process.stderr.write(`gongji import: use one of ${Object.keys(KINDS).join(', ')}, then the file.\n`);
    return 2;
  }
  const importer = await load();
  return importer.run(rest);
}
