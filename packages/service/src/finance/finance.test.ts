// Finance as an officer works with it: a day is closed, and every sum leads down to the entries behind it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cashier, hospitals, openMoneyWorld } from '../../test/money-world.ts';
import type { MoneyWorld } from '../../test/money-world.ts';
import { employee } from '../../test/people.ts';
import { codeOf, newKey, on, value } from '../../test/world.ts';
import { fakeDailyFiles } from '../../test/outside.ts';
import { createClearingService } from '../clearing/create.ts';
import { createFinanceService } from './create.ts';
import type { FinanceService } from './service.ts';

let world: MoneyWorld;
let service: FinanceService;
let settlementId: string;
let elsewhereId: string;
const patient = employee({ name: '演国栋', area: '211200' });
const officer = (day = '2024-10-16', area = '211200', role: 'finance' | 'cashier' = 'finance') =>
  on(day, { kind: 'staff', staffNo: `F${area}`, role, area, institutionCode: null });
const files = fakeDailyFiles();

const settle = async (hospital: (typeof hospitals)[keyof typeof hospitals], totalFen: number) => {
  const till = cashier(hospital);
  const body = {
    personNo: patient.personNo,
    bill: { totalFen, whollySelfPaidFen: 0, overPriceLimitFen: 0, preSelfPaidFen: 0 },
    chronic: [],
    accountUse: 'own-then-shared' as const,
  };
  const { quoteId } = value(await world.settlement.quote(till, body));
  return value(await world.settlement.settle(till, { quoteId }, newKey())).settlementId;
};

beforeAll(async () => {
  world = await openMoneyWorld();
  service = createFinanceService({ ...world.deps, ports: { ...world.ports, dailyFiles: files } });
  await world.add(patient);
  settlementId = await settle(hospitals.tieling1, 30_000);
  elsewhereId = await settle(hospitals.shenyang, 50_000);
});
afterAll(() => world.close());

const sum = (
  parts: readonly { openingFen: number; inFen: number; outFen: number; closingFen: number }[],
) => ({
  closing: parts.reduce((total, { closingFen }) => total + closingFen, 0),
  moved: parts.reduce((total, { inFen, outFen }) => total + inFen - outFen, 0),
});

describe('a day', () => {
  it('sums to zero over all accounts, and its parts open where the day before closed', async () => {
    const day = value(await service.day(officer(), '2024-10-15'));
    expect(day).toMatchObject({ isOver: true, seal: null, sealedThrough: null });
    expect(day.unsealedDays).toContain('2024-10-15');
    expect(sum(day.parts)).toEqual({ closing: 0, moved: 0 });
    const before = value(await service.day(officer(), '2024-10-14'));
    for (const part of day.parts) {
      const yesterday = before.parts.find(
        ({ kind, partYear }) => kind === part.kind && partYear === part.partYear,
      );
      expect(part.openingFen).toBe(yesterday?.closingFen ?? 0);
    }
  });

  it('leads from a sum to its accounts, their entries and the journal, with the same fen all the way', async () => {
    const day = value(await service.day(officer(), '2024-10-15'));
    const payable = day.parts.find(({ kind }) => kind === 'payable');
    const accounts = value(await service.movedAccounts(officer(), '2024-10-15', 'payable'));
    expect(accounts.items.reduce((total, { inFen }) => total + inFen, 0)).toBe(payable?.inFen);
    const [account] = accounts.items;
    expect(account).toMatchObject({ owner: hospitals.tieling1.code, ownerName: hospitals.tieling1.name });
    const entries = value(
      await service.entries(officer(), account?.accountId ?? '', '2024-10-15', '2024-10-15'),
    );
    expect(entries).toMatchObject({ openingFen: 0, closingFen: payable?.inFen, more: false });
    expect(entries.entries).toMatchObject([{ reference: settlementId, kind: 'settlement' }]);
    const journal = value(await service.journal(officer(), entries.entries[0]?.journalId ?? ''));
    const paid = journal.lines.filter(({ to }) => to?.accountId === account?.accountId);
    expect(paid.reduce((total, { fen }) => total + fen, 0)).toBe(payable?.inFen);
  });

  it('is closed once, by name, and shows the same sums sealed as before', async () => {
    const open = value(await service.day(officer(), '2024-10-15'));
    expect(codeOf(await service.close(officer('2024-10-15'), '2024-10-15'))).toBe('day-not-over');
    const closed = value(await service.close(officer(), '2024-10-15'));
    expect(closed.seal?.root).toMatch(/^[0-9a-f]{64}$/);
    expect(closed).toMatchObject({ sealedThrough: '2024-10-15', unsealedDays: [], parts: open.parts });
    expect(value(await service.close(officer(), '2024-10-15')).seal).toEqual(closed.seal);
    const { rows } = await world.database.ownerPool.query(
      "select actor_id, kind from gongji.action where subject_kind = 'day'",
    );
    expect(rows).toEqual([{ actor_id: 'F211200', kind: 'closed' }]);
    expect(value(await service.month(officer(), '2024-10'))).toMatchObject({
      isOver: false,
      isSealed: false,
      days: [{ day: '2024-10-15', isSealed: true }],
    });
  });

  it('tells why no file came, and opens a case for what only the other side has', async () => {
    expect(codeOf(await service.reconcile(officer(), '2024-10-15', 'tax'))).toBe('daily-file-missing');
    files.lines.set('tax/2024-10-15', ['pre_unknown,T1,211200,accepted,40000,2024-10-15T10:00:00+08:00']);
    const day = value(await service.reconcile(officer(), '2024-10-15', 'tax'));
    expect(day.files).toMatchObject([
      { source: 'tax', openCases: 1 },
      { source: 'cash', comparedAt: null, openCases: 0 },
    ]);
    expect(day.files[0]?.comparedAt).toMatch(/^2024-10-16T/);
  });
});

it('shows payables, refunds and holds of the area, each with its journal', async () => {
  const payables = value(await service.payables(officer(), '2024-10'));
  expect(payables.items).toMatchObject([{ owner: hospitals.tieling1.code, openingFen: 0, outFen: 0 }]);
  expect(value(await service.payables(officer(), '2024-11')).items[0]?.openingFen).toBe(
    payables.items[0]?.closingFen,
  );
  value(
    await world.settlement.reverse(
      { ...cashier(hospitals.tieling1, '2024-10-16') },
      settlementId,
      { reason: '收错了' },
      newKey(),
    ),
  );
  const refunds = value(await service.refunds(officer(), '2024-10'));
  expect(refunds.items).toMatchObject([{ reference: settlementId, state: 'done', day: '2024-10-16' }]);
  const journal = value(await service.journal(officer(), refunds.items[0]?.journalId ?? ''));
  expect(journal).toMatchObject({ kind: 'settlement-reversal' });
  expect(journal.lines.reduce((total, { fen }) => total + fen, 0)).toBe(refunds.items[0]?.accountFen);
  expect(value(await service.payables(officer(), '2024-10')).items[0]?.closingFen).toBe(0);

  const held = await world.ledger.submit({
    ...{ type: 'hold', area: '211200', key: 'hold-1', kind: 'premium', reference: 'pre_test' },
    ...{ businessDate: '2024-10-16', at: new Date('2024-10-16T09:00:00+08:00') },
    expiresAt: new Date(Date.now() + 86_400_000),
    legs: [
      {
        account: { area: '211200', kind: 'personal', owner: patient.personNo, partYear: 2024 },
        amountFen: 700,
      },
    ],
  });
  expect(held.ok).toBe(true);
  const holds = value(await service.holds(officer()));
  expect(holds.items).toMatchObject([{ fen: 700, inDoubt: false, owner: { name: patient.name } }]);
  expect(value(await service.journal(officer(), holds.items[0]?.holdId ?? '')).lines).toMatchObject([
    { effect: 'held', fen: 700 },
  ]);
  expect(value(await service.day(officer(), '2024-10-16'))).toMatchObject({ openHolds: 1, expiringHolds: 1 });
});

it('shows both areas of a clearing what it consists of, though the journal stands in one book', async () => {
  await createClearingService(world.deps).run('2024-10', {
    today: '2024-11-02',
    at: new Date('2024-11-02T09:00:00+08:00'),
  });
  const [month] = value(await service.clearing(officer())).months;
  expect(month).toMatchObject({ month: '2024-10', receiveFen: 0 });
  for (const [area, other, sign] of [
    ['211200', '210100', 1],
    ['210100', '211200', -1],
  ] as const) {
    const shown = value(await service.clearingEntries(officer('2024-11-02', area), '2024-10', other));
    expect(shown.items).toMatchObject([
      { kind: 'settlement', reference: elsewhereId, fen: sign * (month?.payFen ?? 0) },
    ]);
    const journal = value(
      await service.journal(officer('2024-11-02', area), shown.items[0]?.journalId ?? ''),
    );
    expect(journal.lines.length).toBeGreaterThan(0);
  }
});

it('shows a statement of a person insured here, keeps who looked, and refuses people of elsewhere', async () => {
  const period = { from: '2024-10-01', to: '2024-10-31' };
  const statement = value(await service.statement(officer(), { person: patient.idNumber, ...period }));
  expect(statement.owner.maskedIdNumber).toContain('*');
  expect(statement.openingFen + statement.inFen - statement.outFen).toBe(statement.closingFen);
  expect(statement.lines.map(({ reference }) => reference)).toContain(settlementId);
  const { rows } = await world.database.ownerPool.query(
    "select actor_id, payload ->> 'personNo' as person from gongji.action where kind = 'statement-seen'",
  );
  expect(rows).toEqual([{ actor_id: 'F211200', person: patient.personNo }]);
  const elsewhere = officer('2024-10-16', '340500');
  expect(codeOf(await service.statement(elsewhere, { person: patient.personNo, ...period }))).toBe(
    'statement-person-unknown',
  );
  const wrong = { person: patient.personNo, from: '2024-10-02', to: '2024-10-01' };
  expect(codeOf(await service.statement(officer(), wrong))).toBe('period-wrong');
});

it('shows nothing of another area, and nothing to other roles', async () => {
  const accounts = value(await service.movedAccounts(officer(), '2024-10-15', 'payable'));
  const accountId = accounts.items[0]?.accountId ?? '';
  const { entries } = value(await service.entries(officer(), accountId, '2024-10-15', '2024-10-15'));
  const other = officer('2024-10-16', '340500');
  expect(codeOf(await service.entries(other, accountId, '2024-10-15', '2024-10-15'))).toBe('not-found');
  expect(codeOf(await service.journal(other, entries[0]?.journalId ?? ''))).toBe('not-found');
  expect(value(await service.refunds(other, '2024-10')).items).toEqual([]);
  expect(value(await service.holds(other)).items).toEqual([]);
  expect(value(await service.payables(other, '2024-10')).items).toEqual([]);
  expect(codeOf(await service.day(officer('2024-10-16', '211200', 'cashier'), '2024-10-15'))).toBe(
    'not-allowed',
  );
  expect(codeOf(await service.day(officer(), '2024-02-30'))).toBe('day-wrong');
  await world.expectSoundBooks();
});
