// Promises of the statement's order.
import { describe, expect, it } from 'vitest';
import { byDay, type Usage } from './usages.ts';

const person = { personNo: 'p', name: '示例', maskedIdNumber: '340*', area: '340500', areaName: '马鞍山市' };
const usage = (usageId: string, at: string): Usage => ({
  usageId,
  at,
  giver: person,
  member: person,
  purpose: 'outpatient',
  purposeText: '门诊',
  place: '示例医院',
  areaName: '马鞍山市',
  direction: 'used',
  fen: 100,
  reversed: false,
});

describe('byDay', () => {
  it('groups by the day in Shanghai, the latest day and the latest hour first', () => {
    const days = byDay([
      usage('a', '2024-10-14T09:00:00+08:00'),
      usage('b', '2024-10-14T17:00:00Z'),
      usage('c', '2024-10-15T00:30:00+08:00'),
    ]);
    expect(days.map(({ day, usages }) => [day, usages.map(({ usageId }) => usageId)])).toEqual([
      ['2024-10-15', ['b', 'c']],
      ['2024-10-14', ['a']],
    ]);
  });
});
