// Bad input is answered with its field and a Chinese sentence; nothing is guessed.
import { describe, expect, test } from 'vitest';
import { parseEligibilityInput, parsePremiumInput, parseQuoteInput } from '../src/index.ts';
import { changed } from '../src/tools/case-files.ts';

const quoteInput = {
  area: '211200',
  date: '2025-03-01',
  patient: { scheme: 'employee', retired: false, chronic: [] },
  institution: { kind: 'hospital', level: 1, area: '211200' },
  bill: { totalFen: 100, whollySelfPaidFen: 0, overPriceLimitFen: 0, preSelfPaidFen: 0 },
  yearToDate: { deductibleFen: 0, fundPaidFen: 0 },
  accounts: [{ owner: 'self', priorYearFen: 0, currentYearFen: 0 }],
};
const premiumInput = {
  area: '340500',
  coverageYear: 2025,
  payDate: '2024-10-01',
  member: { group: 'ordinary', insuredPriorYears: true },
  history: { missedYears: 0, repairedYears: 0 },
};
const eligibilityInput = {
  date: '2025-01-01',
  giver: { area: '340500', scheme: 'employee', status: 'normal', balanceFen: 1 },
  member: { area: '340100', scheme: 'resident', status: 'normal' },
  relation: 'child',
  existingMembers: 0,
};
const account = { owner: 'self', priorYearFen: 0, currentYearFen: 0 };

const quoteChanges: [string, Record<string, unknown>, string][] = [
  ['a missing area', { area: null }, 'area'],
  ['an area as a number', { area: 211200 }, 'area'],
  ['an area of five digits', { area: '21120' }, 'area'],
  ['a day that does not exist', { date: '2025-02-29' }, 'date'],
  ['a date with a time', { date: '2025-03-01T00:00:00' }, 'date'],
  ['an unknown scheme', { patient: { scheme: 'student' } }, 'patient.scheme'],
  ['a word instead of true', { patient: { retired: 'yes' } }, 'patient.retired'],
  ['a disease that is no text', { patient: { chronic: [1] } }, 'patient.chronic[0]'],
  ['a hospital without a level', { institution: { level: null } }, 'institution.level'],
  ['a level 4', { institution: { level: 4 } }, 'institution.level'],
  ['a clinic', { institution: { kind: 'clinic' } }, 'institution.kind'],
  ['a negative total', { bill: { totalFen: -1 } }, 'bill.totalFen'],
  ['half a fen', { bill: { totalFen: 100.5 } }, 'bill.totalFen'],
  ['a total as text', { bill: { totalFen: '100' } }, 'bill.totalFen'],
  ['a total beyond the exact range', { bill: { totalFen: 2 ** 53 } }, 'bill.totalFen'],
  ['a missing total', { bill: { totalFen: null } }, 'bill.totalFen'],
  ['parts above the total', { bill: { whollySelfPaidFen: 60, preSelfPaidFen: 41 } }, 'bill.totalFen'],
  ['a negative accumulator', { yearToDate: { fundPaidFen: -1 } }, 'yearToDate.fundPaidFen'],
  ['accumulators of another year', { yearToDate: { year: 2024 } }, 'yearToDate.year'],
  ['accounts that are no list', { accounts: {} }, 'accounts'],
  ['a negative balance', { accounts: [{ ...account, priorYearFen: -1 }] }, 'accounts[0].priorYearFen'],
  ['a limit of half a fen', { accounts: [{ ...account, limitFen: 0.5 }] }, 'accounts[0].limitFen'],
  ['the same owner twice', { accounts: [account, account] }, 'accounts[1].owner'],
  ['a misspelt key', { patient: { retierd: true } }, 'patient.retierd'],
];
const premiumChanges: [string, Record<string, unknown>, string][] = [
  ['a year as text', { coverageYear: '2025' }, 'coverageYear'],
  ['an unknown group', { member: { group: 'rich' } }, 'member.group'],
  ['a negative age', { member: { age: -1 } }, 'member.age'],
  ['half a missed year', { history: { missedYears: 0.5 } }, 'history.missedYears'],
  ['a missing history', { history: null }, 'history'],
  ['a pay date that is no day', { payDate: '2024-13-01' }, 'payDate'],
];
const eligibilityChanges: [string, Record<string, unknown>, string][] = [
  ['an in-law', { relation: 'parent-in-law' }, 'relation'],
  ['a negative balance', { giver: { balanceFen: -1 } }, 'giver.balanceFen'],
  ['an unknown status', { member: { status: 'lost' } }, 'member.status'],
  ['a negative number of members', { existingMembers: -1 }, 'existingMembers'],
];

describe('bad input', () => {
  test.each(quoteChanges)('of a quote: %s names its field', (_name, change, field) => {
    expect(parseQuoteInput(changed(quoteInput, change))).toMatchObject({ ok: false, field });
  });
  test.each(premiumChanges)('of a premium: %s names its field', (_name, change, field) => {
    expect(parsePremiumInput(changed(premiumInput, change))).toMatchObject({ ok: false, field });
  });
  test.each(eligibilityChanges)('of eligibility: %s names its field', (_name, change, field) => {
    expect(parseEligibilityInput(changed(eligibilityInput, change))).toMatchObject({ ok: false, field });
  });
  test.each([null, 1, 'text', [], true])('that is no object at all (%j) is refused', (value) => {
    expect(parseQuoteInput(value)).toMatchObject({ ok: false, field: '' });
  });
  test('says what is allowed and what was found', () => {
    const result = parseQuoteInput(changed(quoteInput, { bill: { totalFen: -5 } }));
    expect(result).toEqual({
      ok: false,
      field: 'bill.totalFen',
      message: '应为不小于 0 的整数（单位：分），现在是 -5。',
    });
  });
  test('is not a pharmacy without a level', () => {
    const input = changed(quoteInput, { institution: { kind: 'pharmacy', level: null } });
    expect(parseQuoteInput(input)).toEqual({ ok: true, value: input });
  });
});
