// The package in a browser: bundled without Node, run where no Node is, it answers with the same numbers; its size is what the documents say.
import { builtinModules } from 'node:module';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createContext, Script } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { readCaseTexts, readPolicyTexts } from '../node/index.ts';
import { premium, quote } from '../src/index.ts';
import type { PremiumInput, QuoteInput } from '../src/index.ts';
import { checkFiles } from '../src/tools/index.ts';
import { library } from './library.ts';

const folder = fileURLToPath(new URL('..', import.meta.url));
const document = readFileSync(new URL('../../../docs/policy/README.md', import.meta.url), 'utf8');

async function bundled(entry: string) {
  const result = await build({
    entryPoints: [entry],
    absWorkingDir: folder,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    platform: 'browser',
    format: 'iife',
    globalName: 'policy',
  });
  const [file] = result.outputFiles;
  if (file === undefined) throw new Error('nothing was bundled');
  return { text: file.text, kilobytes: gzipSync(file.contents).length / 1000, metafile: result.metafile };
}

const engine = await bundled('src/index.ts');
const tools = await bundled('src/tools/index.ts');

/** Runs the bundle in a realm that has the language and nothing of Node. */
function inBrowser(bundle: string, expression: string, given: Record<string, unknown>): unknown {
  const context = createContext({ given: JSON.stringify(given) });
  new Script(bundle).runInContext(context);
  const program = `{ const input = JSON.parse(given); JSON.stringify(${expression}); }`;
  return JSON.parse(String(new Script(program).runInContext(context)));
}

const texts = [...readPolicyTexts(), ...readCaseTexts()];
const policies = readPolicyTexts();

describe.each([
  ['the engine', engine],
  ["the clerks' tools", tools],
])('%s', (name, bundle) => {
  test('imports nothing of Node', () => {
    const inputs = Object.values(bundle.metafile.inputs).flatMap(({ imports }) => imports);
    const ofNode = inputs.filter(
      ({ path }) => path.startsWith('node:') || builtinModules.includes(path.replace(/\/.*/, '')),
    );
    expect(ofNode).toEqual([]);
    expect(inputs.filter(({ external }) => external === true)).toEqual([]);
    expect(bundle.text).not.toMatch(/\brequire\(|process\.|Buffer\./);
  });

  test('is as large as the documents say, within a tenth', () => {
    const [, said] =
      new RegExp(`${name === 'the engine' ? 'Engine' : 'Tools'}: (\\d+) kB`).exec(document) ?? [];
    expect(Math.abs(bundle.kilobytes - Number(said))).toBeLessThan(Number(said) / 10);
  });
});

describe('in a browser', () => {
  const bill: QuoteInput = {
    area: '211200',
    date: '2025-03-01',
    patient: { scheme: 'employee', retired: true, chronic: [] },
    institution: { kind: 'hospital', level: 3, area: '211200' },
    bill: { totalFen: 123457, whollySelfPaidFen: 1000, overPriceLimitFen: 0, preSelfPaidFen: 777 },
    yearToDate: { deductibleFen: 12345, fundPaidFen: 0 },
    accounts: [{ owner: 'self', priorYearFen: 4000, currentYearFen: 50 }],
  };
  const payment: PremiumInput = {
    area: '340500',
    coverageYear: 2026,
    payDate: '2026-03-01',
    member: { group: 'ordinary', insuredPriorYears: true },
    history: { missedYears: 1, repairedYears: 0 },
  };

  test('a bill and a premium have the same answer, line by line, and the policy the same hash', () => {
    const answers = inBrowser(
      engine.text,
      '(({ library }) => [policy.quote(library, input.bill), policy.premium(library, input.payment)])(policy.loadLibrary(input.policies))',
      { policies, bill, payment },
    );
    expect(answers).toEqual(JSON.parse(JSON.stringify([quote(library, bill), premium(library, payment)])));
  });

  test('a draft is checked with the same result', () => {
    const files = Object.fromEntries(texts.map(({ path, text }) => [path, text]));
    expect(inBrowser(tools.text, 'policy.checkFiles(input.files)', { files })).toEqual(
      JSON.parse(JSON.stringify(checkFiles(files))),
    );
  });
});
