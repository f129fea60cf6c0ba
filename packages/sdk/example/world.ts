// What the example knows beforehand, asked of `gongji demo --json`: the hospital with its key, patients, and items to charge.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export interface Patient {
  name: string;
  idNumber: string;
  personNo: string;
  area: string;
  status: string;
}
export interface Item {
  code: string;
  name: string;
  price: number;
}
export interface World {
  baseUrl: string;
  hospital: { code: string; name: string; area: string; accessKey: string; secret: string };
  patients: Patient[];
  items: Item[];
}
interface Told {
  addresses: { citizen: string };
  people: Patient[];
  institutions: (World['hospital'] & { kind: string; level: number | null })[];
  catalogue: Item[];
}

const area = '211200';

/** The third-level hospital of Tieling, whose area records an outpatient benefit, and people insured there. */
export async function readWorld(): Promise<World> {
  const command = fileURLToPath(new URL('../../server/bin/gongji.js', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [command, 'demo', '--json'], {
    maxBuffer: 64 * 1024 * 1024,
  });
  const told = JSON.parse(stdout) as Told;
  const hospital = told.institutions.find((each) => each.area === area && each.level === 3);
  if (!hospital) throw new Error('示例数据里没有铁岭市的三级医院');
  return {
    baseUrl: told.addresses.citizen,
    hospital,
    patients: told.people.filter((person) => person.area === area && person.status === 'normal'),
    items: told.catalogue,
  };
}
