// The sample people as the outside world knows them, found by identity number, person number or staff number.
import { sampleWorld } from '@gongji/sample';
import type { SamplePerson, SampleRelationKind, SampleStaff } from '@gongji/sample';

export interface KnownPeople {
  people: SamplePerson[];
  staff: SampleStaff[];
  byIdNumber(idNumber: string): SamplePerson | undefined;
  byPersonNo(personNo: string): SamplePerson | undefined;
  byStaffNo(staffNo: string): SampleStaff | undefined;
  /** What `relative` is to `person` by the civil registry. */
  kinship(person: SamplePerson, relative: SamplePerson): SampleRelationKind | undefined;
  /** The institution of a cashier's till; empty for everybody else. */
  institutionName(staff: SampleStaff): string;
  /** Everybody who is that to `person`. */
  relatives(person: SamplePerson, relation: SampleRelationKind): string[];
}

export function knownPeople(): KnownPeople {
  const world = sampleWorld();
  const byIdNumber = new Map(world.people.map((person) => [person.idNumber, person]));
  const byPersonNo = new Map(world.people.map((person) => [person.personNo, person]));
  const byStaffNo = new Map(world.staff.map((staff) => [staff.staffNo, staff]));
  const ties = new Map(world.kinships.map((tie) => [`${tie.personNo}>${tie.relativeNo}`, tie.relation]));
  return {
    people: world.people,
    staff: world.staff,
    byIdNumber: (idNumber) => byIdNumber.get(idNumber),
    byPersonNo: (personNo) => byPersonNo.get(personNo),
    byStaffNo: (staffNo) => byStaffNo.get(staffNo),
    kinship: (person, relative) => ties.get(`${person.personNo}>${relative.personNo}`),
    institutionName: (staff) =>
      world.institutions.find((institution) => institution.code === staff.institutionCode)?.name ?? '',
    relatives: (person, relation) =>
      world.kinships
        .filter((tie) => tie.personNo === person.personNo && tie.relation === relation)
        .map((tie) => tie.relativeNo),
  };
}
