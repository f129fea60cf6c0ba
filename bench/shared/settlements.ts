// Complete settlements through the service: people, funds and quotes are made first, the settling alone is timed.
import { createFieldCipher } from '@gongji/database';
import type { Ledger } from '@gongji/ledger';
import { readPolicyLibrary } from '@gongji/policy/node';
import { createServices } from '@gongji/service';
import type { Context, PersonImport, ServiceDeps } from '@gongji/service';
import type { Pool } from 'pg';

const area = '211200';
const hospital = { code: 'H21120000001', name: '演示卫生院', kind: 'hospital', level: 1, area } as const;
const at = new Date('2024-10-15T10:30:00+08:00');
const context: Context = {
  actor: { kind: 'staff', staffNo: 'C1', role: 'cashier', area, institutionCode: hospital.code },
  at,
  today: '2024-10-15',
  channel: 'till',
};
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

function patient(index: number): PersonImport {
  const born = new Date(Date.UTC(1960, 0, 1 + Math.floor(index / 500))).toISOString().slice(0, 10);
  const digits = `211299${born.replaceAll('-', '')}${String(index % 500).padStart(3, '0')}`;
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (weights[place] ?? 0), 0);
  return {
    ...{ personNo: `211200${String(index).padStart(10, '0')}`, area, name: `演示${index}` },
    ...{ idNumber: `${digits}${'10X98765432'[sum % 11]}`, phone: `199${String(index).padStart(8, '0')}` },
    ...{ bornOn: born, sex: index % 2 ? 'male' : 'female', scheme: 'employee', retired: false },
    ...{ status: 'normal', group: 'ordinary', chronic: [], insuredPriorYears: true, missedYears: 0 },
    parts: [
      { partYear: 2023, fen: 5_000 },
      { partYear: 2024, fen: 500_000 },
    ],
  };
}

/** Settles as many bills as there are patients, each of them its own; settlements per second of each round. */
export async function settleBills(
  pool: Pool,
  ledger: Ledger,
  patients: number,
  rounds: number,
): Promise<number[]> {
  const secret = (letter: string) => Buffer.alloc(32, letter).toString('base64');
  const cipher = createFieldCipher({ active: 'k1', keys: { k1: secret('a') }, lookup: secret('b') });
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  // No outside system takes part in a bill at the till.
  const ports = {} as ServiceDeps['ports'];
  const library = readPolicyLibrary();
  const services = createServices({
    pool,
    ledger,
    library,
    cipher,
    ports,
    log,
    publicUrl: 'http://localhost',
    signIns: { search: async () => [] },
  });
  await services.person.importInstitutions([{ ...hospital, accessKey: 'ak', secret: 'sample' }]);
  await services.person.importFunds([{ area, scheme: 'employee', year: 2024, fen: 1e12 }], at);
  const people = Array.from({ length: patients }, (_, index) => patient(index + 1));
  await services.person.import(people, at);
  const speeds: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const quotes = await Promise.all(
      people.map(async ({ personNo }) => {
        const quote = await services.settlement.quote(context, {
          ...{ personNo, chronic: [], accountUse: 'own' },
          bill: { totalFen: 12_345, whollySelfPaidFen: 300, overPriceLimitFen: 0, preSelfPaidFen: 45 },
        });
        if (!quote.ok) throw new Error(`a quote was refused: ${JSON.stringify(quote)}`);
        return quote.value.quoteId;
      }),
    );
    const from = performance.now();
    const answers = await Promise.all(
      quotes.map((quoteId) => services.settlement.settle(context, { quoteId }, `key-${quoteId}`)),
    );
    speeds.push((answers.length * 1000) / (performance.now() - from));
    if (!answers.every(({ ok }) => ok)) throw new Error('a settlement was refused');
  }
  await services.settlement.close();
  return speeds;
}
