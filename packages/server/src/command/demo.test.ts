// Promises of `gongji demo`: the whole sample world as JSON, a short list for people, a sentence for a wrong call.
import { afterEach, expect, test, vi } from 'vitest';
import { run } from './demo.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

async function called(args: string[]) {
  let [output, errors] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((output += String(text)), true));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((errors += String(text)), true));
  const status = await run(args);
  return { status, output, errors };
}

interface Told {
  addresses: Record<string, string>;
  demoDate: string;
  people: {
    name: string;
    family: string | null;
    balances: { priorYearFen: number; currentYearFen: number };
    signIn: { url: string; idNumber: string; pin: string };
    idNumber: string;
  }[];
  staff: { role: string; signIn: { url: string } }[];
  institutions: { code: string; level: number | null; accessKey: string; secret: string }[];
  catalogue: { code: string; name: string; class: string; price: number }[];
}

test('--json tells addresses, everybody with balances and sign-in, staff and institutions', async () => {
  vi.stubEnv('PORT', '8400');
  const { status, output, errors } = await called(['--json']);
  expect({ status, errors }).toEqual({ status: 0, errors: '' });
  const told = JSON.parse(output) as Told;
  expect(told.demoDate).toBe('2024-10-15');
  expect(told.addresses).toMatchObject({
    citizen: 'http://localhost:8400/',
    identityProvider: 'http://localhost:8401',
    registry: 'http://localhost:8402',
    taxBureau: 'http://localhost:8403',
    cashChannel: 'http://localhost:8404',
    sms: 'http://localhost:8405',
    hospital: 'http://localhost:8406',
  });
  expect(told.people.length).toBeGreaterThan(1000);
  const giver = told.people.find((person) => person.name === '样明远');
  expect(giver).toMatchObject({
    family: '样家',
    balances: { priorYearFen: 286_000, currentYearFen: 64_000 },
    signIn: { url: 'http://localhost:8400/sign-in', idNumber: giver?.idNumber },
  });
  expect(told.people[0]?.family).not.toBeNull();
  expect(told.staff.map((staff) => staff.role)).toContain('reviewer');
  expect(told.institutions[0]).toMatchObject({ level: 3, code: 'H34050000001' });
  expect(new Set(told.catalogue.map((item) => item.class))).toEqual(new Set(['A', 'B', 'C']));
  expect(told.catalogue).toContainEqual(
    expect.objectContaining({ code: 'FW-1101-031', name: '普通门诊诊察费', class: 'A', price: 12 }),
  );
});

test('without --json a person reads families, staff and institutions in Chinese', async () => {
  const { status, output } = await called([]);
  expect(status).toBe(0);
  for (const word of ['样家', '例家', '演家', '试家', '样小禾', '工作人员', '示例铁岭市中心医院']) {
    expect(output).toContain(word);
  }
  expect(output.split('\n').length).toBeLessThan(120);
});

test('a wrong argument or port is refused with status 2, one sentence and no output', async () => {
  for (const [args, port] of [
    [['--yaml'], '7300'],
    [['extra'], '7300'],
    [['--json'], 'seven'],
    [['--json'], '65535'],
  ] as const) {
    vi.stubEnv('PORT', port);
    const { status, output, errors } = await called([...args]);
    expect({ status, output }).toEqual({ status: 2, output: '' });
    expect(errors.trim().split('\n')).toHaveLength(1);
    vi.restoreAllMocks();
  }
});
