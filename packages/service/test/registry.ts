// A registry in memory: it knows the people and kinships that a test tells it, and can be told to keep silent.
import type { Relation } from '@gongji/contract';
import type { PersonImport, RegistryPort } from '../src/index.ts';

export interface FakeRegistry extends RegistryPort {
  add(...people: PersonImport[]): void;
  /** `member` is the `relation` of `giver`. */
  relate(giver: PersonImport, member: PersonImport, relation: Relation): void;
  /** Which call gets no answer from now on. */
  silent: 'none' | 'identity' | 'kinship' | 'insurance';
  calls: number;
}

export function fakeRegistry(): FakeRegistry {
  const people = new Map<string, PersonImport>();
  const kinships = new Map<string, Relation>();
  const registry: FakeRegistry = {
    silent: 'none',
    calls: 0,
    add: (...added) => added.forEach((each) => people.set(each.idNumber, each)),
    relate: (giver, member, relation) => kinships.set(`${giver.idNumber}/${member.idNumber}`, relation),
    async checkIdentity(name, number) {
      registry.calls += 1;
      if (registry.silent === 'identity') return { result: 'silent' };
      const known = people.get(number);
      if (!known) return { result: 'unknown' };
      return { result: known.name === name ? 'match' : 'mismatch' };
    },
    async checkKinship(giver, member, relation) {
      registry.calls += 1;
      if (registry.silent === 'kinship') return { result: 'silent' };
      const known = kinships.get(`${giver}/${member}`);
      if (!known) return { result: 'not-on-record' };
      return { result: known === relation ? 'confirmed' : 'contradicted' };
    },
    async findInsurance(number) {
      registry.calls += 1;
      if (registry.silent === 'insurance') return { result: 'silent' };
      const known = people.get(number);
      // The register of people knows some who are insured nowhere.
      if (!known || known.personNo === '') return { result: 'not-found' };
      const { personNo, name, area, scheme, retired, status, group, bornOn } = known;
      return {
        result: 'found',
        ...{ personNo, name, area, scheme, retired, status, group, bornOn },
        areaName: area,
        student: known.student ?? null,
        chronic: [...known.chronic],
        insuredPriorYears: known.insuredPriorYears,
        missedYears: known.missedYears,
        registrations: known.registrations ?? [],
        filings: known.filings ?? [],
      };
    },
  };
  return registry;
}
