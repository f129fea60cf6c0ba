// Reconciliation: what agrees is counted, what differs becomes a case, and nothing moves before an officer says so.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addFamily } from '../../test/premium-family.ts';
import { fakeDailyFiles } from '../../test/outside.ts';
import { openMoneyWorld } from '../../test/money-world.ts';
import type { MoneyWorld } from '../../test/money-world.ts';
import { as, codeOf, newKey, on, value } from '../../test/world.ts';
import type { PersonImport } from '../index.ts';
import { createReconciliationService } from './create.ts';
import { readDayFile } from './file.ts';
import type { ReconciliationService } from './service.ts';

const files = fakeDailyFiles();
const at = new Date('2024-10-16T08:00:00+08:00');
const day = '2024-10-15';
const officer = (area = '340500') =>
  on('2024-10-16', { kind: 'staff', staffNo: `F${area}`, role: 'finance', area, institutionCode: null });
let world: MoneyWorld;
let service: ReconciliationService;
beforeAll(async () => {
  world = await openMoneyWorld();
  const { pool, cipher, ports } = world.deps;
  service = createReconciliationService({ pool, cipher, ports: { ...ports, dailyFiles: files } });
});
afterAll(() => world.close());

/** A premium of 400.00 yuan, paid on the day; with cash when the account is small. */
async function payPremium(fen = 100_000): Promise<{ paymentId: string; giver: PersonImport }> {
  const [giver, child] = await addFamily(world, { parts: [{ partYear: 2023, fen }] });
  const body = { memberPersonNo: child.personNo, coverageYear: 2025 };
  const { quoteId } = value(await world.premium.quote(as(giver), body));
  const request = { quoteId, cashForShortfall: true };
  const { paymentId } = value(await world.premium.pay(as(giver), request, newKey()));
  return { paymentId, giver };
}

let serial = 0;
const row = (reference: string, fen = 40_000, kind = 'accepted', area = '340500') =>
  [reference, `N${(serial += 1)}`, area, kind, fen, '2024-10-15T10:31:00+08:00'].join(',');

const run = async (source: 'tax' | 'cash' = 'tax', ofDay = day) => {
  const outcome = await service.run(source, ofDay, at);
  if (!outcome.ok) expect.fail(outcome.what);
  return outcome.report;
};
const caseOf = async (reference: string) =>
  value(await service.list(officer())).find((one) => one.reference === reference);
const resolve = async (reference: string, resolution: string, reason = '与税务核对过') => {
  const known = await caseOf(reference);
  const body = { resolution: resolution as 'other-side-corrects', reason, seenVersion: known?.version ?? 0 };
  return service.resolve(officer(), known?.caseId ?? '', body, newKey());
};
const balanceOf = async (kind: 'suspense' | 'tax-payable' | 'fund', owner = 'tax-bureau') =>
  (await world.ledger.balances([{ area: '340500', kind, owner }]))[0]?.netFen ?? 0;

describe('a day with every kind of difference', () => {
  const known: Record<string, string> = {};
  it('counts what agrees and opens one case for each difference, also when it is run again', async () => {
    for (const name of ['agrees', 'missing', 'differs', 'twice'])
      known[name] = (await payPremium()).paymentId;
    files.lines.set(`tax/${day}`, [
      row(known['agrees']!),
      row(known['differs']!, 39_000),
      row(known['twice']!),
      row(known['twice']!),
      row('tax-only', 12_300),
    ]);
    const report = await run();
    const opened = {
      'amount-differs': 1,
      'duplicate-there': 1,
      'missing-there': 1,
      'unknown-here': 1,
    };
    expect(report).toMatchObject({ rows: 5, totalFen: 171_300, matchedRows: 2, matchedFen: 80_000, opened });
    expect(await run()).toMatchObject({ repeated: true, opened: {}, openCases: 4, matchedRows: 2 });
    expect(await caseOf(known['differs']!)).toMatchObject({
      ...{ difference: 'amount-differs', oursFen: 40_000, theirsFen: 39_000, state: 'open' },
      resolutions: ['other-side-corrects', 'to-suspense'],
    });
    expect(await balanceOf('suspense')).toBe(0);
  });

  it('notes a missing row that comes with a later file, and lets the officer end the case for that reason', async () => {
    expect(codeOf(await resolve(known['missing']!, 'arrived-late'))).toBe('resolution-not-allowed');
    files.lines.set('tax/2024-10-16', [row(known['missing']!)]);
    expect(await run('tax', '2024-10-16')).toMatchObject({ arrivedLate: 1, opened: {}, matchedRows: 1 });
    expect(await caseOf(known['missing']!)).toMatchObject({ state: 'open', lateDay: '2024-10-16' });
    expect(value(await resolve(known['missing']!, 'arrived-late'))).toMatchObject({
      state: 'resolved',
      journalId: null,
    });
  });

  it('posts a difference to the suspense account under a name of its own, only when the officer says so', async () => {
    const before = await balanceOf('tax-payable');
    const resolved = value(await resolve(known['differs']!, 'to-suspense'));
    expect(await balanceOf('tax-payable')).toBe(before - 1_000);
    expect(await balanceOf('suspense')).toBe(1_000);
    const { steps } = value(await service.get(officer(), resolved.caseId));
    expect(steps.map(({ kind, words }) => [kind, words])).toEqual([
      ['opened', null],
      ['resolved', '与税务核对过'],
    ]);
    expect(codeOf(await resolve(known['differs']!, 'to-suspense'))).toBe('state-changed');
    await world.expectSoundBooks();
  });

  it('refuses other roles and areas, and a reason that says nothing', async () => {
    const reviewer = on(day, {
      ...{ kind: 'staff', staffNo: 'R1', role: 'reviewer', area: '340500', institutionCode: null },
    });
    expect(codeOf(await service.list(reviewer))).toBe('not-allowed');
    expect(value(await service.list(officer('211200')))).toEqual([]);
    const open = await caseOf('tax-only');
    const body = { resolution: 'other-side-corrects', reason: '已更正', seenVersion: 1 } as const;
    const caseId = open?.caseId ?? '';
    expect(codeOf(await service.resolve(officer('211200'), caseId, body, newKey()))).toBe('not-found');
    expect(codeOf(await service.resolve(reviewer, caseId, body, newKey()))).toBe('not-allowed');
    expect(codeOf(await resolve('tax-only', 'other-side-corrects', ' '))).toBe('text-missing');
    expect(codeOf(await resolve('tax-only', 'fund-bears'))).toBe('resolution-not-allowed');
  });
});

describe('a success of the tax bureau after the money went back', () => {
  async function lateSuccess(): Promise<{ paymentId: string; giver: PersonImport }> {
    world.taxBureau.fault = 'silent-before';
    const paid = await payPremium();
    await world.premium.resume(at);
    await world.premium.resume(at);
    world.taxBureau.fault = 'none';
    files.lines.set(`tax/2024-10-17`, [row(paid.paymentId)]);
    expect(await run('tax', '2024-10-17')).toMatchObject({ opened: { 'returned-here': 1 } });
    return paid;
  }

  it('stands on the suspense account, never on the member or giver, and can be borne by the fund', async () => {
    const suspense = await balanceOf('suspense');
    const { paymentId, giver } = await lateSuccess();
    expect(await world.money(giver)).toEqual([[2023, 100_000, 0]]);
    expect(await balanceOf('suspense')).toBe(suspense - 40_000);
    const fund = await balanceOf('fund', 'resident');
    expect(value(await resolve(paymentId, 'fund-bears')).journalId).toMatch(/^jrn_/);
    expect(await balanceOf('suspense')).toBe(suspense);
    expect(await balanceOf('fund', 'resident')).toBe(fund - 40_000);
    await world.expectSoundBooks();
  });

  it('is reversed when the bureau gives it back', async () => {
    const payable = await balanceOf('tax-payable');
    const { paymentId } = await lateSuccess();
    expect(await balanceOf('tax-payable')).toBe(payable + 40_000);
    value(await resolve(paymentId, 'given-back'));
    expect(await balanceOf('tax-payable')).toBe(payable);
    await world.expectSoundBooks();
  });
});

it('compares cash paid and refunded, each with its own row', async () => {
  const { paymentId } = await payPremium(15_000);
  world.cashChannel.payOrder(paymentId);
  await world.premium.resume(new Date('2024-10-15T11:00:00+08:00'));
  files.lines.set(`cash/${day}`, [row(paymentId, 25_000, 'paid'), row('cash-only', 700, 'refunded')]);
  expect(await run('cash')).toMatchObject({
    matchedRows: 1,
    matchedFen: 25_000,
    opened: { 'unknown-here': 1 },
  });
});

describe('a file that is not whole', () => {
  const text = (...lines: string[]) => ['reference,number,area,kind,amountFen,at', ...lines, ''].join('\n');
  it.each([
    ['cut short', text(row('a')), /没有合计行/],
    ['with a count that is wrong', text(row('a'), 'TOTAL,2,,,40000,'), /对不上/],
    ['with a sum that is wrong', text(row('a'), 'TOTAL,1,,,4000,'), /对不上/],
    ['with another header', 'a,b\nTOTAL,0,,,0,', /第一行/],
    [
      'with a wrong amount',
      text('a,b,340500,accepted,-1,2024-10-15T10:31:00+08:00', 'TOTAL,1,,,0,'),
      /amountFen/,
    ],
    ['of the other source', text(row('a', 5, 'paid'), 'TOTAL,1,,,5,'), /kind/],
  ])('is refused: %s', (_name, content, what) => {
    const read = readDayFile('tax', content);
    expect(read.ok ? '' : read.what).toMatch(what);
  });
  it('is not there yet, and says so', async () => {
    expect(await service.run('tax', '2024-11-01', at)).toMatchObject({ ok: false, reason: 'not-ready' });
  });
});
