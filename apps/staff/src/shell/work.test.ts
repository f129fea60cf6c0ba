// Tests of the roles' homes.
import type { InstitutionMark, StaffMark } from '@gongji/contract';
import { expect, test } from 'vitest';
import { workOf } from './work.ts';

const institution: InstitutionMark = {
  code: 'H21120000001',
  name: '样例市第一医院',
  kind: 'hospital',
  level: 3,
  area: '211200',
};
const home = (role: StaffMark['role'], at: InstitutionMark | null = null) =>
  workOf({ role, institution: at })?.home ?? null;

test('reviewers and supervisors start at the reviews, cashiers of an institution at the till', () => {
  expect(home('reviewer')).toBe('/reviews');
  expect(home('supervisor')).toBe('/reviews');
  expect(home('cashier', institution)).toBe('/till');
});

test('a cashier without an institution has no till', () => {
  expect(home('cashier')).toBeNull();
});

test.each(['auditor', 'finance', 'policy-officer'] as const)(
  '%s is told that there is no page yet',
  (role) => {
    expect(home(role)).toBeNull();
  },
);
