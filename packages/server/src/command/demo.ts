// `gongji demo`: tells the sample world, as JSON for programs or as a short list for people; needs no database.
import { sampleWorld } from '@gongji/sample';
import type { SamplePerson, SampleWorld } from '@gongji/sample';
import { signInPath } from '@gongji/contract/paths';
import { roleWords } from '@gongji/contract/words';
import { parseArgs } from 'node:util';
import { demoCatalogue } from './demo-catalogue.ts';

const REFUSED = 2;
const DEFAULT_PORT = 7300;
/** The simulators listen on the ports after the product's, in this order. */
const OUTSIDE = ['identityProvider', 'registry', 'taxBureau', 'cashChannel', 'sms', 'hospital'] as const;

type AddressName = 'citizen' | 'staff' | 'till' | (typeof OUTSIDE)[number];
type Addresses = Record<AddressName, string>;

/** @returns the exit status: 0 answered, 2 wrong arguments or a PORT that is none. */
export async function run(args: string[]): Promise<number> {
  const asked = readArguments(args);
  if (!asked.ok) return refuse(asked.sentence);
  const port = readPort(process.env.PORT);
  if (port === undefined) return refuse(`PORT must be a whole number from 1 to ${65_535 - OUTSIDE.length}`);
  const world = sampleWorld();
  const addresses = addressesFrom(port);
  process.stdout.write(
    asked.json ? `${JSON.stringify(await describe(world, addresses), null, 2)}\n` : list(world, addresses),
  );
  return 0;
}

function refuse(sentence: string): number {
  process.stderr.write(`gongji demo: ${sentence}.\n`);
  return REFUSED;
}

function readArguments(args: string[]): { ok: true; json: boolean } | { ok: false; sentence: string } {
  try {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } });
    return { ok: true, json: values.json };
  } catch {
    return { ok: false, sentence: 'the only argument is --json' };
  }
}

function readPort(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  return /^\d+$/.test(text) && port >= 1 && port + OUTSIDE.length <= 65_535 ? port : undefined;
}

function addressesFrom(port: number): Addresses {
  const product = `http://localhost:${port}`;
  const at = (name: (typeof OUTSIDE)[number]) => `http://localhost:${port + 1 + OUTSIDE.indexOf(name)}`;
  return {
    citizen: `${product}/`,
    staff: `${product}/staff/`,
    till: `${product}/staff/till`,
    identityProvider: at('identityProvider'),
    registry: at('registry'),
    taxBureau: at('taxBureau'),
    cashChannel: at('cashChannel'),
    sms: at('sms'),
    hospital: at('hospital'),
  };
}

/** The JSON of `gongji demo --json`. */
async function describe(world: SampleWorld, addresses: Addresses) {
  const signInUrl = `${addresses.citizen.slice(0, -1)}${signInPath}`;
  const staffSignIn = (page: string) => `${signInUrl}?to=${encodeURIComponent(new URL(page).pathname)}`;
  return {
    addresses,
    demoDate: world.demoDate,
    people: world.people.map((person) => ({
      name: person.name,
      idNumber: person.idNumber,
      personNo: person.personNo,
      phone: person.phone,
      city: person.areaName,
      area: person.area,
      scheme: person.scheme,
      retired: person.retired,
      status: person.status,
      group: person.group,
      chronic: person.chronic,
      role: person.role ?? null,
      family: person.family ?? null,
      balances: balancesOf(person, world.demoDate),
      signIn: { url: signInUrl, idNumber: person.idNumber, pin: person.pin },
    })),
    relations: world.relations,
    staff: world.staff.map((staff) => ({
      staffNo: staff.staffNo,
      name: staff.name,
      role: staff.role,
      area: staff.area,
      institutionCode: staff.institutionCode ?? null,
      signIn: {
        url: staffSignIn(staff.role === 'cashier' ? addresses.till : addresses.staff),
        staffNo: staff.staffNo,
        pin: staff.pin,
      },
    })),
    institutions: world.institutions.map(({ code, name, kind, level, area, accessKey, secret }) => ({
      ...{ code, name, kind, level, area, accessKey, secret },
    })),
    catalogue: await demoCatalogue(world.demoDate),
  };
}

/** Fen on the account at the demo date: what is left of earlier years, and this year's. */
function balancesOf(person: SamplePerson, demoDate: string) {
  const year = Number(demoDate.slice(0, 4));
  const sum = (parts: SamplePerson['parts']) => parts.reduce((total, part) => total + part.fen, 0);
  return {
    priorYearFen: sum(person.parts.filter((part) => part.partYear < year)),
    currentYearFen: sum(person.parts.filter((part) => part.partYear === year)),
  };
}

function list(world: SampleWorld, addresses: Addresses): string {
  const families = new Set(world.people.flatMap((person) => person.family ?? []));
  const lines = [
    `示例日期 ${world.demoDate}，入口 ${addresses.citizen} ，人物均为虚构，口令都是 ${world.people[0]?.pin ?? ''}`,
    ...[...families].flatMap((family) => [
      '',
      `【${family}】`,
      ...world.people
        .filter((person) => person.family === family)
        .map((person) => `  ${person.name}  ${person.idNumber}  ${person.areaName}  ${person.role ?? ''}`),
    ]),
    '',
    `另有 ${world.people.filter((person) => !person.family).length} 人，用 --json 列出全部`,
    '',
    `【工作人员】${addresses.staff}`,
    ...world.staff.map(
      (staff) => `  ${staff.staffNo}  ${staff.name}  ${staff.areaName}  ${roleWords[staff.role]}`,
    ),
    '',
    `【定点机构】${addresses.till}`,
    ...world.institutions.map(
      (place) => `  ${place.code}  ${place.name}  ${place.level === null ? '药店' : `${place.level} 级`}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
