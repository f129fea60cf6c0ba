// A fictional city that records what no real one of the library does yet: pharmacies, residents, treatment elsewhere by filing, figures of the retired.
import { readPolicyTexts } from '../node/index.ts';
import { loadLibrary } from '../src/index.ts';
import type { PolicyText } from '../src/index.ts';

export const EXAMPLE_CITY = '219900';

const outpatient = `outpatient:
  - from: '2024-01-01'
    to: '2026-01-01'
    ordinary:
      employee:
        deductible: { level1Fen: 20000, level2Fen: 20000, level3Fen: 30000, source: ours }
        cap: { fen: 300000, source: ours }
        ratio:
          inService: { level1: 7000, level2: 6000, level3: 5000 }
          retired: { level1: 7500, level2: 6500, level3: 5500 }
          source: ours
      resident:
        deductible: { level1Fen: 10000, level2Fen: 12000, level3Fen: 15000, source: ours }
        cap: { fen: 50000, source: ours }
        ratio:
          inService: { level1: 5550, level2: 5000, level3: 4500 }
          retired: { level1: 5550, level2: 5000, level3: 4500 }
          source: ours
    chronic: &chronic
      diseases: [{ code: hypertension, name: 高血压 }, { code: diabetes, name: 糖尿病 }]
      employee: { ratePerTenThousand: 9500, upTo: true }
      resident: { ratePerTenThousand: 9000, upTo: false }
      source: ours
    pharmacy: { asLevel: 1, chronic: as-at-hospital, source: ours }
    elsewhere:
      filing: { warnDaysBefore: 30, source: ours }
      filed: { fund: reduced, pointsLess: 500, source: ours }
      unfiled: { fund: reduced, pointsLess: 2000, source: ours }
      lapsed: { fund: nothing, source: ours }
      catalogue: { of: place-of-treatment, source: ours }
  - from: '2026-01-01'
    ordinary:
      employee:
        deductible:
          inService: { level1Fen: 20000, level2Fen: 30000, level3Fen: 40000 }
          retired: { level1Fen: 0, level2Fen: 20000, level3Fen: 20000 }
          source: ours
        cap: { inServiceFen: 300000, retiredFen: 400000, source: ours }
        ratio: { level1: 7000, level2: 6000, level3: 5000, source: ours }
      resident:
        deductible: { level1Fen: 10000, level2Fen: 12000, level3Fen: 15000, source: ours }
        cap: { unlimited: true, source: ours }
        ratio: { level1: 5550, level2: 5000, level3: 4500, source: ours }
    chronic: *chronic
    pharmacy: { asLevel: 2, chronic: as-ordinary, source: ours }
    elsewhere:
      filing: { warnDaysBefore: 60, source: ours }
      filed: { fund: reduced, pointsLess: 0, source: ours }
      unfiled: notRecorded
      lapsed: { fund: reduced, pointsLess: 6000, source: ours }
      catalogue: notRecorded
`;

/** Tieling's file under another name, with figures of its own. */
function exampleText(): PolicyText {
  const tieling = readPolicyTexts().find(({ path }) => path.includes('211200'));
  if (tieling === undefined) throw new Error('the file of Tieling is missing');
  const text = tieling.text
    .replace("id: '211200'", `id: '${EXAMPLE_CITY}'`)
    .replace('name: 铁岭市', 'name: 示例市')
    .replace(/^outpatient:\n(?:[ #].*\n|\n)*/m, `${outpatient}\n`);
  return { path: 'policies/areas/219900-example.yaml', text };
}

/** The repository's library with the example city beside the real ones; its text may be changed first. */
export function libraryWithExample(change: (text: string) => string = (text) => text) {
  const { path, text } = exampleText();
  const loaded = loadLibrary([...readPolicyTexts(), { path, text: change(text) }]);
  if (!loaded.ok) throw new Error(loaded.errors.map(({ message }) => message).join('\n'));
  return loaded.library;
}
