// Invariants 1 to 6 of the design, tried with concurrent bills, reversals, unbinding and premiums on the real database.
import type { Settlement } from '@gongji/contract';
import { areaInfo } from '@gongji/policy';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PersonImport } from '../index.ts';
import { cashier, hospitals, openMoneyWorld } from '../../test/money-world.ts';
import type { MoneyWorld } from '../../test/money-world.ts';
import { employee, person } from '../../test/people.ts';
import { as, codeOf, newKey, value } from '../../test/world.ts';

let world: MoneyWorld;
beforeAll(async () => {
  world = await openMoneyWorld();
  // No amount is recorded for Tieling: the tax bureau assesses one.
  world.taxBureau.assessments.set('211200', 39000);
});
afterAll(() => world.close());

const givers = 2;
const members = 3;
const till = cashier(hospitals.tieling1);

const fen = fc.integer({ min: 0, max: 60000 });
const billOp = fc.record({
  op: fc.constant('bill' as const),
  patient: fc.nat(members - 1),
  totalFen: fc.integer({ min: 1, max: 60000 }),
  wholly: fc.integer({ min: 0, max: 100 }),
  isChronic: fc.boolean(),
  accountUse: fc.constantFrom('none' as const, 'own' as const, 'own-then-shared' as const),
  /** How often the same request comes at once. */
  times: fc.integer({ min: 1, max: 3 }),
});
const premiumOp = fc.record({
  op: fc.constant('premium' as const),
  giver: fc.nat(givers - 1),
  member: fc.constantFrom(0, 1),
  fault: fc.constantFrom('none' as const, 'refuse' as const, 'silent-after' as const),
});
const scenario = fc.record({
  balances: fc.array(fc.tuple(fen, fen), { minLength: givers, maxLength: givers }),
  ownFen: fen,
  /** The steps of a wave happen at once. */
  waves: fc.array(
    fc.array(
      fc.oneof(
        { weight: 5, arbitrary: billOp },
        { weight: 2, arbitrary: fc.record({ op: fc.constant('reverse' as const), which: fc.nat(20) }) },
        {
          weight: 1,
          arbitrary: fc.record({
            op: fc.constant('unbind' as const),
            giver: fc.nat(givers - 1),
            member: fc.nat(members - 1),
          }),
        },
        { weight: 1, arbitrary: premiumOp },
      ),
      { minLength: 1, maxLength: 6 },
    ),
    { minLength: 1, maxLength: 4 },
  ),
});
type Scenario = typeof scenario extends fc.Arbitrary<infer S> ? S : never;
type Step = Scenario['waves'][number][number];

let families = 0;

/** One family: two givers, two residents (one of them chronically ill) and an employee, each bound to both givers. */
async function play({ balances, ownFen, waves }: Scenario) {
  families += 1;
  const area = '211200';
  const parents = balances.map(([prior, current], index) =>
    employee({
      ...{ area, name: `演授${index}`, bornOn: `${1960 + families}-01-02` },
      parts: [
        { partYear: 2023, fen: prior },
        { partYear: 2024, fen: current },
      ],
    }),
  );
  const bornOn = `${1940 + families}-01-02`;
  const young = [
    person({ area, name: '演甲', bornOn, chronic: ['hypertension'] }),
    person({ area, name: '演乙', bornOn }),
    employee({ area, name: '演丙', bornOn, parts: [{ partYear: 2024, fen: ownFen }] }),
  ];
  await world.add(...parents, ...young);
  for (const parent of parents) await world.bind(parent, ...young);
  const story = new Story(parents, young);
  for (const wave of waves) {
    const endedBefore = new Set(story.ended);
    const before = story.settled.length;
    await Promise.all(wave.map((step) => story.take(step)));
    await story.expectOnlyActive(story.settled.slice(before), endedBefore);
  }
  await world.premium.resume(new Date('2024-10-15T10:40:00+08:00'));
  return story;
}

class Story {
  readonly settled: Settlement[] = [];
  readonly reversed = new Set<string>();
  /** `giver/member` whose relation has ended. */
  readonly ended = new Set<string>();
  readonly parents: PersonImport[];
  readonly young: PersonImport[];

  constructor(parents: PersonImport[], young: PersonImport[]) {
    this.parents = parents;
    this.young = young;
  }

  async take(step: Step): Promise<void> {
    switch (step.op) {
      case 'bill':
        return this.#bill(step);
      case 'reverse': {
        const one = this.settled[step.which % Math.max(1, this.settled.length)];
        if (one) await this.reverse(one.settlementId);
        return;
      }
      case 'unbind':
        return this.#unbind(this.parents[step.giver]!, this.young[step.member]!);
      case 'premium':
        return this.#premium(this.parents[step.giver]!, this.young[step.member]!, step.fault);
    }
  }

  async #bill(step: Extract<Step, { op: 'bill' }>): Promise<void> {
    const patient = this.young[step.patient]!;
    const quoted = await world.settlement.quote(till, {
      personNo: patient.personNo,
      bill: {
        totalFen: step.totalFen,
        whollySelfPaidFen: Math.min(step.wholly, step.totalFen),
        overPriceLimitFen: 0,
        preSelfPaidFen: 0,
      },
      chronic: step.isChronic ? patient.chronic.slice() : [],
      accountUse: step.accountUse,
    });
    const { quoteId, result: shown } = value(quoted);
    const key = newKey();
    const answers = await Promise.all(
      Array.from({ length: step.times }, () => world.settlement.settle(till, { quoteId }, key)),
    );
    const done = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
    // Invariant 4: one request, one settlement.
    expect(new Set(done.map((one) => one.settlementId)).size).toBeLessThanOrEqual(1);
    for (const answer of answers) expect(['ok', 'shown-amount-changed']).toContain(codeOf(answer));
    const [one] = done;
    if (!one) return;
    // Invariant 9: what was shown is what was taken.
    const { fundFen, ownAccountFen, sharedFen, cashFen } = one.result;
    expect([fundFen, ownAccountFen, sharedFen, cashFen]).toEqual([
      shown.fundFen,
      shown.ownAccountFen,
      shown.sharedFen,
      shown.cashFen,
    ]);
    expect(fundFen + ownAccountFen + sharedFen + cashFen).toBe(step.totalFen);
    this.settled.push(one);
  }

  async reverse(settlementId: string): Promise<void> {
    const code = codeOf(await world.settlement.reverse(till, settlementId, { reason: '试退' }, newKey()));
    expect(['ok', 'already-reversed']).toContain(code);
    if (code !== 'ok') return;
    // Invariant 5: once.
    expect(this.reversed.has(settlementId)).toBe(false);
    this.reversed.add(settlementId);
  }

  async #unbind(giver: PersonImport, member: PersonImport): Promise<void> {
    const { given } = value(await world.relation.list(as(giver)));
    const relation = given.find((one) => one.member.personNo === member.personNo && one.state === 'active');
    const noticeVersion = areaInfo(world.library, giver.area, '2024-10-15')?.documents.notice.version ?? '';
    if (!relation) return;
    const body = { noticeVersion, accepted: true as const };
    await world.relation.end(as(giver), relation.relationId, body, newKey());
    this.ended.add(`${giver.personNo}/${member.personNo}`);
  }

  async #premium(giver: PersonImport, member: PersonImport, fault: 'none' | 'refuse' | 'silent-after') {
    const body = { memberPersonNo: member.personNo, coverageYear: 2025 };
    const quote = await world.premium.quote(as(giver), body);
    if (!quote.ok) return;
    world.taxBureau.fault = fault;
    await world.premium.pay(as(giver), { quoteId: quote.value.quoteId, cashForShortfall: false }, newKey());
    world.taxBureau.fault = 'none';
  }

  /** Invariant 6: money of a relation that had ended before the wave is not used in it. */
  async expectOnlyActive(settled: readonly Settlement[], endedBefore: ReadonlySet<string>): Promise<void> {
    const { rows } = await world.database.ownerPool.query<{ pair: string }>(
      `select giver_no || '/' || member_no as pair from gongji.usage
       where subject_id = any($1::text[]) and direction = 'used'`,
      [settled.map((one) => one.settlementId)],
    );
    expect(rows.filter((row) => endedBefore.has(row.pair))).toEqual([]);
  }

  /** Invariant 5: with every bill reversed, only premiums are missing, each from the year it was taken from. */
  async expectAllGivenBack(): Promise<void> {
    for (const one of this.settled) await this.reverse(one.settlementId);
    for (const owner of [...this.parents, ...this.young]) {
      const usages = value(await world.usage.list(as(owner))).asGiver;
      const premiums = usages.filter((usage) => usage.purpose === 'premium');
      const missing = new Map<number, number>();
      for (const usage of premiums) {
        const { parts } = value(await world.usage.explain(as(owner), usage.usageId));
        for (const part of parts) missing.set(part.partYear, (missing.get(part.partYear) ?? 0) + part.fen);
      }
      const expected = owner.parts
        .filter((part) => part.fen > 0)
        .map((part) => [part.partYear, part.fen - (missing.get(part.partYear) ?? 0), 0]);
      expect(await world.money(owner)).toEqual(expected);
      const { yearToDate } = value(await world.settlement.patient(till, { credential: owner.personNo }));
      expect(yearToDate).toEqual({ deductibleFen: 0, fundPaidFen: 0 });
    }
  }
}

/** Invariant 3 as it stands in the database: each bill's lines sum to the bill, by split and by payer. */
async function expectLinesToSum(): Promise<void> {
  const { rows } = await world.database.ownerPool.query(
    `select b.settlement_id from gongji.bill b join gongji.explanation_line l using (settlement_id)
     group by b.settlement_id, b.total_fen
     having sum((l.line ->> 'fen')::bigint) filter (where l.line ->> 'group' = 'split') <> b.total_fen
       or sum((l.line ->> 'fen')::bigint) filter (where l.line ->> 'group' = 'payer') <> b.total_fen`,
  );
  expect(rows).toEqual([]);
}

it('keeps every invariant, whatever happens at once', async () => {
  let bills = 0;
  await fc.assert(
    fc.asyncProperty(scenario, async (given) => {
      const story = await play(given);
      bills += story.settled.length;
      await world.expectSoundBooks();
      await story.expectAllGivenBack();
      expect(world.faults).toEqual([]);
    }),
    { numRuns: 20, endOnFailure: true },
  );
  expect(bills).toBeGreaterThan(20);
  await expectLinesToSum();
  await world.expectSoundBooks();
});
