// The mark of a person: what identifies them on every page.
import type { PersonMark } from '@gongji/contract';
import { areaName } from '../area/insured-areas.ts';
import { maskIdNumber } from '../kernel/mask.ts';
import type { PersonRecord } from './record.ts';

export function markOf(person: Pick<PersonRecord, 'personNo' | 'name' | 'idNumber' | 'area'>): PersonMark {
  return {
    personNo: person.personNo,
    name: person.name,
    maskedIdNumber: maskIdNumber(person.idNumber),
    area: person.area,
    areaName: areaName(person.area),
  };
}
