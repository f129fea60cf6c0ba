// Promises of what a giver is told before filling in anything.
import { describe, expect, it } from 'vitest';
import { addingObstacle } from './adding.ts';

type Adding = Parameters<typeof addingObstacle>[0];

const bound = (count: number, state = 'active') =>
  Array.from({ length: count }, () => ({ state })) as Adding['relations'];
const applied = (...states: string[]) => states.map((state) => ({ state })) as Adding['applications'];
const adding = (changes: Partial<Adding>): Adding => ({
  cannotGiveReason: null,
  memberLimit: 10,
  relations: [],
  applications: [],
  ...changes,
});

describe('adding one more family member', () => {
  it('is stopped at the limit, applications under way included', () => {
    expect(addingObstacle(adding({ relations: bound(10) }))).toContain('上限 10 位。请先解绑');
    expect(
      addingObstacle(adding({ relations: bound(8), applications: applied('in-review', 'more-requested') })),
    ).toContain('共 10 位');
  });

  it('does not count what has ended', () => {
    const relations = [...bound(9), ...bound(5, 'ended')];
    expect(addingObstacle(adding({ relations, applications: applied('approved', 'rejected') }))).toBeNull();
  });

  it('knows no limit where none is recorded', () => {
    expect(addingObstacle(adding({ memberLimit: null, relations: bound(30) }))).toBeNull();
  });

  it('says first why the giver cannot share', () => {
    const cannotGiveReason = '您的个人账户没有可以共济的余额。';
    expect(addingObstacle(adding({ cannotGiveReason, relations: bound(10) }))).toBe(cannotGiveReason);
  });
});
