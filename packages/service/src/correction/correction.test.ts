// Promises of corrections: two persons, nothing before the second says yes, the record keeps what it was, money stays balanced.
import type { CorrectionBody, StaffRole } from '@gongji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { employee, person } from '../../test/people.ts';
import { told } from '../../test/told.ts';
import { as, codeOf, newKey, on, openWorld, value } from '../../test/world.ts';
import type { World } from '../../test/world.ts';

const area = '340500';
let world: World;
const giver = employee({ name: '样明远', area });
const child = person({ name: '样小禾', area });
const elsewhere = employee({ name: '演国栋', area: '211200' });
let relationId: string;

const staff = (staffNo: string, role: StaffRole, of = area) =>
  on('2024-10-15', { kind: 'staff', staffNo, role, area: of, institutionCode: null });
const clerk = staff('W1', 'window-clerk');
const lead = staff('S1', 'supervisor');

beforeAll(async () => {
  world = await openWorld();
  await world.settle(giver, child, elsewhere);
  const bound = { giverNo: giver.personNo, memberNo: child.personNo, relation: 'sibling' as const };
  await world.services.relation.importBound([bound], new Date('2024-10-01T09:00:00+08:00'));
  relationId = value(await world.services.relation.list(as(giver))).given[0]?.relationId ?? '';
});
afterAll(() => world.close());

const propose = (body: CorrectionBody, kind = 'person', id = giver.personNo, by = clerk) =>
  world.services.correction.propose(by, kind, id, body, newKey());
const decide = (correctionId: string, outcome: 'approved' | 'refused' = 'approved', by = lead) =>
  world.services.correction.decide(by, correctionId, { outcome, reason: '已核对原件' }, newKey());
const reason = '录入时写错';

test('a name is corrected when another person says yes, not before', async () => {
  const { correctionId } = value(await propose({ kind: 'person-name', name: '样明源', reason }));
  expect((await world.services.person.find(giver.personNo))?.name).toBe('样明远');
  expect(value(await decide(correctionId)).state).toBe('approved');
  expect((await world.services.person.find(giver.personNo))?.name).toBe('样明源');
  const view = value(await world.services.record.get(lead, 'person', giver.personNo));
  expect(view.history[0]).toMatchObject({ text: '更正', words: `样明远 → 样明源。${reason}` });
  expect(codeOf(await decide(correctionId))).toBe('state-changed');
});

test('nobody decides what they proposed, whatever the program says', async () => {
  const body = { kind: 'person-phone', phone: '19900000099', reason } as const;
  const { correctionId, canDecide, names } = value(await propose(body, 'person', giver.personNo, lead));
  expect({ canDecide, names }).toEqual({ canDecide: false, names: ['样明源'] });
  expect(codeOf(await decide(correctionId))).toBe('correction-own');
  const byHand = world.database.appPool.query(
    `insert into gongji.correction_decision (correction_id, area, outcome, reason_enc, decided_by, decided_at)
     values ($1, $2, 'approved', '', 'S1', now())`,
    [correctionId, area],
  );
  await expect(byHand).rejects.toThrow(/another person/);
  expect(value(await decide(correctionId, 'refused', staff('S2', 'supervisor'))).state).toBe('refused');
  expect((await world.services.person.find(giver.personNo))?.phone).toBe(giver.phone);
});

test('a relation’s kinship is corrected with what it was; it is ended by the agency, and both sides are told', async () => {
  const kinship = { kind: 'relation-kinship', relation: 'child', reason } as const;
  value(await decide(value(await propose(kinship, 'relation', relationId)).correctionId));
  const view = value(await world.services.record.get(lead, 'relation', relationId));
  expect(view.history[0]?.changes).toEqual([{ label: '关系', before: '兄弟姐妹', after: '子女' }]);
  const end = value(await propose({ kind: 'relation-end', reason }, 'relation', relationId));
  const again = value(await propose({ kind: 'relation-end', reason }, 'relation', relationId));
  expect(end.names).toEqual(['样明源', child.name]);
  value(await decide(end.correctionId));
  expect(value(await world.services.relation.list(as(giver))).given[0]?.state).toBe('ended');
  expect(codeOf(await decide(again.correctionId))).toBe('state-changed');
  const kinds = (await told(world.database.appPool, `${relationId}:ended`)).map(({ kind }) => kind);
  expect(kinds).toEqual(['unbound-by-correction', 'unbound-by-correction']);
});

test('money is corrected by a journal under its own name, and never below zero', async () => {
  const part = async () =>
    (await world.ledger.parts(giver.personNo)).find(({ partYear }) => partYear === 2023)?.netFen ?? 0;
  const before = await part();
  const added = value(await propose({ kind: 'account', partYear: 2023, amountFen: 1234, reason }));
  expect(await part()).toBe(before);
  const { decision } = value(await decide(added.correctionId));
  expect(decision?.journalId).toMatch(/^jrn_/);
  expect(await part()).toBe(before + 1234);
  const taken = value(await propose({ kind: 'account', partYear: 2023, amountFen: -900_000, reason }));
  expect(codeOf(await decide(taken.correctionId))).toBe('insufficient');
  expect(await part()).toBe(before + 1234);
  expect((await world.ledger.verify()).ok).toBe(true);
});

test('what does not fit, changes nothing, or is of another area is refused', async () => {
  expect(codeOf(await propose({ kind: 'relation-end', reason }))).toBe('correction-does-not-fit');
  expect(codeOf(await propose({ kind: 'person-name', name: '样明源', reason }))).toBe(
    'correction-changes-nothing',
  );
  expect(codeOf(await propose({ kind: 'person-phone', phone: '123', reason }))).toBe('phone-wrong');
  const body = { kind: 'person-name', name: '别人', reason } as const;
  expect(codeOf(await propose(body, 'person', elsewhere.personNo))).toBe('not-found');
  expect(codeOf(await propose(body, 'settlement', 'set_1'))).toBe('correction-does-not-fit');
  const { items } = value(await world.services.correction.list(staff('X1', 'supervisor', '211200')));
  expect(items).toEqual([]);
});

test('two who decide at once: one does', async () => {
  const { correctionId } = value(await propose({ kind: 'account', partYear: 2023, amountFen: 7, reason }));
  const both = await Promise.all(
    ['S1', 'S2', 'S3'].map((no) => decide(correctionId, 'approved', staff(no, 'supervisor'))),
  );
  expect(both.map(codeOf).toSorted()).toEqual(['ok', 'state-changed', 'state-changed']);
  expect(await world.services.verifyRecords()).toEqual([]);
});
