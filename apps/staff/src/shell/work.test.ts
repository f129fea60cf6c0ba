// Tests of the roles' pages.
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
  workOf({ role, institution: at })[0]?.path ?? null;

test('reviewers and supervisors start at the reviews, administrators at the accounts, cashiers at the till', () => {
  expect(home('reviewer')).toBe('/reviews');
  expect(home('supervisor')).toBe('/reviews');
  expect(home('administrator')).toBe('/accounts');
  expect(home('cashier', institution)).toBe('/till');
});

test('a cashier without an institution has no till', () => {
  expect(home('cashier')).toBeNull();
});
