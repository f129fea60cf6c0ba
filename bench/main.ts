// `npm run bench -- NAME [--json]`: runs bench/NAME.ts; progress goes to stderr, the figures to stdout (with --json as one line).
import { readdirSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import type { Bench } from './shared/bench.ts';

const here = import.meta.dirname;
const known = readdirSync(here)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'main.ts')
  .map((file) => file.slice(0, -'.ts'.length))
  .sort();

const say = (text: string): void => void process.stderr.write(`${text}\n`);

async function main(words: readonly string[]): Promise<number> {
  const asJson = words.includes('--json');
  const [name, ...rest] = words.filter((word) => word !== '--json');
  if (name === undefined || rest.length > 0 || !known.includes(name)) {
    say(`npm run bench -- NAME [--json]; NAME is one of: ${known.join(', ')}`);
    return 2;
  }
  const started = performance.now();
  say(`bench ${name}: Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}`);
  const { run } = (await import(`./${name}.ts`)) as { run: Bench };
  const figures = await run(say);
  say(`bench ${name}: done in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  if (asJson) process.stdout.write(`${JSON.stringify(figures)}\n`);
  else
    for (const [key, figure] of Object.entries(figures))
      process.stdout.write(`${key}: ${JSON.stringify(figure)}\n`);
  return 0;
}

process.exit(await main(process.argv.slice(2)));
