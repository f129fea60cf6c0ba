// Collects people and their marriages and parents, numbers them, and derives every kinship from those two facts.
import type { SampleArea } from './area.ts';
import { makeIdNumber } from './id-number.ts';
import { samplePin } from './sign-in.ts';
import type {
  SampleGroup,
  SampleKinship,
  SamplePerson,
  SampleRelation,
  SampleRelationKind,
} from './types.ts';

/** The years of the money on the accounts at the demo date: last year's rest and this year's contributions. */
const priorYear = 2023;
const currentYear = 2024;

export interface Draft {
  name: string;
  sex: 'male' | 'female';
  bornOn: string;
  area: SampleArea;
  scheme: 'employee' | 'resident';
  retired?: boolean;
  status?: 'normal' | 'suspended' | 'ended';
  group?: SampleGroup;
  student?: boolean;
  chronic?: string[];
  registrations?: NonNullable<SamplePerson['registrations']>;
  filings?: NonNullable<SamplePerson['filings']>;
  insuredPriorYears?: boolean;
  missedYears?: number;
  priorYearFen?: number;
  currentYearFen?: number;
  family?: string;
  role?: string;
}

export interface SampleRegistry {
  add(draft: Draft): SamplePerson;
  marry(one: SamplePerson, other: SamplePerson): void;
  /** Records the parents of each child; an unrecorded tie (e.g. an adoption that was never registered) is left out. */
  parents(parents: SamplePerson[], children: SamplePerson[]): void;
  bind(giver: SamplePerson, member: SamplePerson, relation: SampleRelationKind, boundOn: string): void;
  people(): SamplePerson[];
  kinships(): SampleKinship[];
  relations(): SampleRelation[];
}

export function createSampleRegistry(): SampleRegistry {
  const people: SamplePerson[] = [];
  const relations: SampleRelation[] = [];
  const marriages: [string, string][] = [];
  const parentsOf = new Map<string, string[]>();
  const usedSequences = new Map<string, number>();

  const nextSequence = (draft: Draft) => {
    const key = `${draft.area.districtCode}${draft.bornOn}${draft.sex}`;
    const sequence = (usedSequences.get(key) ?? (draft.sex === 'male' ? -1 : 0)) + 2;
    usedSequences.set(key, sequence);
    return sequence;
  };

  return {
    add(draft) {
      const serial = people.length + 1;
      const { area, name, sex, bornOn, scheme, student, family, role, registrations, filings } = draft;
      const person: SamplePerson = {
        personNo: `${area.code}99${String(serial).padStart(8, '0')}`,
        name,
        idNumber: makeIdNumber(area.districtCode, bornOn, nextSequence(draft)),
        sex,
        bornOn,
        phone: `199${String(serial).padStart(8, '0')}`,
        area: area.code,
        areaName: area.name,
        scheme,
        retired: draft.retired ?? false,
        status: draft.status ?? 'normal',
        group: draft.group ?? 'ordinary',
        ...(student === undefined ? {} : { student }),
        chronic: draft.chronic ?? [],
        insuredPriorYears: draft.insuredPriorYears ?? true,
        missedYears: draft.missedYears ?? 0,
        parts: [
          { partYear: priorYear, fen: draft.priorYearFen ?? 0 },
          { partYear: currentYear, fen: draft.currentYearFen ?? 0 },
        ].filter((part) => part.fen > 0),
        ...(registrations === undefined ? {} : { registrations }),
        ...(filings === undefined ? {} : { filings }),
        ...(family === undefined ? {} : { family }),
        ...(role === undefined ? {} : { role }),
        pin: samplePin,
      };
      people.push(person);
      return person;
    },
    marry: (one, other) => {
      marriages.push([one.personNo, other.personNo]);
    },
    parents: (parents, children) => {
      for (const child of children) {
        parentsOf.set(
          child.personNo,
          parents.map((parent) => parent.personNo),
        );
      }
    },
    bind: (giver, member, relation, boundOn) => {
      relations.push({ giverNo: giver.personNo, memberNo: member.personNo, relation, boundOn });
    },
    people: () => people,
    kinships: () => deriveKinships(marriages, parentsOf),
    relations: () => relations,
  };
}

function deriveKinships(marriages: [string, string][], parentsOf: Map<string, string[]>): SampleKinship[] {
  const kinships = new Map<string, SampleKinship>();
  const record = (personNo: string, relativeNo: string, relation: SampleRelationKind) => {
    kinships.set(`${personNo}>${relativeNo}`, { personNo, relativeNo, relation });
  };
  for (const [one, other] of marriages) {
    record(one, other, 'spouse');
    record(other, one, 'spouse');
  }
  const childrenOf = new Map<string, string[]>();
  for (const [child, parents] of parentsOf) {
    for (const parent of parents) {
      record(child, parent, 'parent');
      record(parent, child, 'child');
      for (const sibling of childrenOf.get(parent) ?? []) {
        record(child, sibling, 'sibling');
        record(sibling, child, 'sibling');
      }
      childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), child]);
      for (const grandparent of parentsOf.get(parent) ?? []) {
        record(child, grandparent, 'grandparent');
        record(grandparent, child, 'grandchild');
      }
    }
  }
  return [...kinships.values()];
}
