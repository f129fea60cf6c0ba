// Rules of binding that some regions have: off here, and right where a file turns them on.
import { describe, expect, test } from 'vitest';
import { readPolicyTexts } from '../node/index.ts';
import { areaInfo, eligibility, loadLibrary } from '../src/index.ts';
import type { EligibilityInput } from '../src/index.ts';
import { answered, library } from './library.ts';

const base: EligibilityInput = {
  date: '2025-03-01',
  giver: { area: '211200', scheme: 'employee', status: 'normal', balanceFen: 1 },
  member: { area: '211200', scheme: 'resident', status: 'normal' },
  relation: 'child',
  existingMembers: 0,
};

function withOptions(options: string) {
  const limit = '    memberLimit: { members: 10, source: tieling-guide }\n';
  const loaded = loadLibrary(
    readPolicyTexts().map(({ path, text }) => ({
      path,
      text: path.includes('tieling') ? text.replace(limit, `${limit}    options: { ${options} }\n`) : text,
    })),
  );
  if (!loaded.ok) throw new Error(loaded.errors.map(({ message }) => message).join('\n'));
  return loaded.library;
}

const codesOf = (input: Partial<EligibilityInput>, options: string): string[] =>
  answered(eligibility(withOptions(options), { ...base, ...input })).reasons.map(({ code }) => code);

describe("a region's own option", () => {
  test('limits the givers of one member, and asks for their number', () => {
    const one = 'giversPerMember: { givers: 1, source: ours }';
    expect(eligibility(withOptions(one), base)).toMatchObject({
      ok: false,
      reason: { code: 'member-details-missing', field: 'existingGivers' },
    });
    expect(codesOf({ existingGivers: 0 }, one)).toContain('givers-of-member');
    expect(codesOf({ existingGivers: 1 }, one)).toEqual(['givers-of-member-reached']);
  });

  test('limits the people of a family', () => {
    const seven = 'peopleInFamily: { people: 7, source: ours }';
    expect(codesOf({ peopleInFamily: 7 }, seven)).toContain('people-in-family');
    expect(codesOf({ peopleInFamily: 8 }, seven)).toEqual(['people-in-family-reached']);
    expect(eligibility(withOptions(seven), base)).toMatchObject({ reason: { field: 'peopleInFamily' } });
  });

  test('lets a relation have dates, or demands them', () => {
    const dates = { firstDay: '2025-03-01', lastDay: '2025-12-31' };
    expect(codesOf({}, 'relationDates: { given: required, source: ours }')).toEqual([
      'relation-dates-required',
    ]);
    expect(codesOf({ relationDates: dates }, 'relationDates: { given: required, source: ours }')).toContain(
      'relation-dates',
    );
    expect(codesOf({}, 'relationDates: { given: optional, source: ours }')).toContain('relation-dates');
    const offered = answered(eligibility(library, { ...base, relationDates: dates }));
    expect(offered.reasons.map(({ code }) => code)).toEqual(['relation-dates-not-offered']);
  });

  test("ends a relation with the giver's insurance, and says so beforehand", () => {
    expect(codesOf({}, 'endsWithGiversInsurance: { ends: true, source: ours }')).toContain(
      'ends-with-givers-insurance',
    );
  });

  test('lets the member confirm before the binding holds', () => {
    const option = 'memberConfirms: { confirms: true, source: ours }';
    expect(codesOf({}, option)).toContain('member-confirms');
    expect(areaInfo(withOptions(option), '211200', '2025-03-01')?.memberConfirms).toBe(true);
    for (const area of ['211200', '340500'])
      expect(areaInfo(library, area, '2025-03-01')?.memberConfirms).toBe(false);
  });

  test('that no file turns on asks for nothing', () => {
    expect(answered(eligibility(library, base)).eligible).toBe(true);
  });
});

test('a condition of binding that is not recorded is refused by its name', () => {
  const text = 'giver: { scheme: employee, status: normal, balanceAboveFen: 0, source: tieling-guide }';
  const loaded = loadLibrary(
    readPolicyTexts().map((one) => ({ ...one, text: one.text.replace(text, 'giver: notRecorded') })),
  );
  if (!loaded.ok) throw new Error(loaded.errors[0]?.message);
  const answer = eligibility(loaded.library, base);
  expect(answer).toMatchObject({
    ok: false,
    reason: {
      code: 'figure-not-recorded',
      missing: { area: '211200', on: '2025-03-01', figure: 'binding.giver' },
    },
  });
  expect(answer.ok ? '' : answer.reason.message).toContain('铁岭市2025年3月1日的授权人的条件');
});
