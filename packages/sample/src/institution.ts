// Hospitals and pharmacies of the sample world, with access keys that are obviously no real ones.
import { hefei, maanshan, shenyang, tieling } from './area.ts';
import type { SampleArea } from './area.ts';
import type { SampleInstitution } from './types.ts';

type Level = 1 | 2 | 3;

export function sampleInstitutions(): SampleInstitution[] {
  return [
    ...[maanshan, tieling].flatMap((area) => [
      hospital(area, 1, 3, `示例${area.name}中心医院`),
      hospital(area, 2, 2, `示例${area.name}第二医院`),
      hospital(area, 3, 1, `示例${area.name}社区卫生服务中心`),
      pharmacy(area, 1, `示例${area.name}惠民药房`),
    ]),
    hospital(shenyang, 1, 3, '示例沈阳市省级医院'),
    hospital(hefei, 1, 3, '示例合肥市省级医院'),
  ];
}

function hospital(area: SampleArea, serial: number, level: Level, name: string): SampleInstitution {
  return { ...marked('H', area, serial), name, kind: 'hospital', level };
}

function pharmacy(area: SampleArea, serial: number, name: string): SampleInstitution {
  return { ...marked('P', area, serial), name, kind: 'pharmacy', level: null };
}

function marked(letter: 'H' | 'P', area: SampleArea, serial: number) {
  const code = `${letter}${area.code}${String(serial).padStart(5, '0')}`;
  return {
    code,
    area: area.code,
    areaName: area.name,
    accessKey: `SAMPLE-KEY-${code}`,
    secret: `sample-secret-${code.toLowerCase()}`,
    uscc: made(letter, area, serial),
  };
}

const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A 统一社会信用代码 that nobody has: an organisation code of our own, with both check characters. */
function made(letter: 'H' | 'P', area: SampleArea, serial: number): string {
  const organisation = `GJYA${letter}${String(serial).padStart(3, '0')}`;
  const check = organisationCheck(organisation);
  const body = `${letter === 'H' ? '12' : '91'}${area.code}${organisation}${check}`;
  let weight = 1;
  let sum = 0;
  for (const each of body) {
    sum += CHARACTERS.indexOf(each) * weight;
    weight = (weight * 3) % 31;
  }
  return `${body}${CHARACTERS[(31 - (sum % 31)) % 31]}`;
}

/** The check character of an organisation code, by GB 11714: weights 3, 7, 9, 10, 5, 8, 4, 2 modulo 11. */
function organisationCheck(organisation: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => {
    const each = organisation[at] ?? '0';
    return total + weight * (/\d/.test(each) ? Number(each) : each.charCodeAt(0) - 55);
  }, 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}
