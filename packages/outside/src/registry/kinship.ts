// What the civil registry says of a claimed relation: confirmed, contradicted by what it knows, or not on record.
import type { SamplePerson, SampleRelationKind } from '@gongji/sample';
import type { KnownPeople } from '../people.ts';

export type KinshipFinding = 'confirmed' | 'contradicted' | 'not-on-record';

/** A parent is at least this much older than a child, a grandparent twice as much. */
const leastGenerationYears = 14;

/** `relation` is what the member is to the giver. */
export function findKinship(
  known: KnownPeople,
  giverIdNumber: string,
  memberIdNumber: string,
  relation: SampleRelationKind,
): KinshipFinding {
  if (giverIdNumber === memberIdNumber) return 'contradicted';
  const giver = known.byIdNumber(giverIdNumber);
  const member = known.byIdNumber(memberIdNumber);
  if (!giver || !member) return 'not-on-record';
  const recorded = known.kinship(giver, member);
  if (recorded !== undefined) return recorded === relation ? 'confirmed' : 'contradicted';
  return isImpossible(known, giver, member, relation) ? 'contradicted' : 'not-on-record';
}

function isImpossible(
  known: KnownPeople,
  giver: SamplePerson,
  member: SamplePerson,
  relation: SampleRelationKind,
): boolean {
  switch (relation) {
    case 'spouse':
      return known.relatives(giver, 'spouse').length > 0 || known.relatives(member, 'spouse').length > 0;
    case 'child':
      return (
        known.relatives(member, 'parent').length >= 2 || yearsOlder(giver, member) < leastGenerationYears
      );
    case 'parent':
      return known.relatives(giver, 'parent').length >= 2 || yearsOlder(member, giver) < leastGenerationYears;
    case 'grandchild':
      return yearsOlder(giver, member) < 2 * leastGenerationYears;
    case 'grandparent':
      return yearsOlder(member, giver) < 2 * leastGenerationYears;
    case 'sibling':
      return false;
  }
}

function yearsOlder(older: SamplePerson, younger: SamplePerson): number {
  return Number(younger.bornOn.slice(0, 4)) - Number(older.bornOn.slice(0, 4));
}
