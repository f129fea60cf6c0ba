// Sessions and the business day, on the real database.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, person, post, publicUrl, reviewer } from '../../test/kit.ts';
import type { TestApp } from '../../test/kit.ts';
import { momentOn, openClock, realMoment } from '../clock.ts';
import { createSessionStore } from './store.ts';

const mark = {
  personNo: person.subjectNo,
  name: '样明远',
  maskedIdNumber: '340***********0016',
  area: '340500',
  areaName: '马鞍山市',
};
const hourMs = 60 * 60 * 1000;
let edge: TestApp;

beforeAll(async () => {
  edge = await openTestApp({
    person: {
      me: async () => ({
        ok: true,
        value: {
          person: mark,
          maskedPhone: '199****0001',
          scheme: 'employee',
          retired: false,
          status: 'normal',
          account: {
            priorYearFen: 0,
            currentYearFen: 0,
            heldFen: 0,
            shareableFen: 0,
            shareablePart: 'prior-year',
          },
          canGive: true,
          cannotGiveReason: null,
        },
      }),
    },
  });
});
afterAll(() => edge.close());

test('a visitor is told the day and nobody', async () => {
  const answer = await edge.app.request('/api/session');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await answer.json()).toEqual({
    today: '2024-10-15',
    demo: true,
    person: null,
    helper: null,
    staff: null,
  });
});

test('a person and a staff member are told who they are', async () => {
  const asPerson = await edge.app.request('/api/session', { headers: await edge.as(person) });
  expect(await asPerson.json()).toMatchObject({
    person: { ...mark, scheme: 'employee', canGive: true },
    staff: null,
  });
  const asStaff = await edge.app.request('/api/session', { headers: await edge.as(reviewer) });
  expect(await asStaff.json()).toMatchObject({ person: null, staff: reviewer });
});

test('signing out ends the session for good and drops the cookie', async () => {
  const headers = await edge.as(person);
  const end = await edge.app.request('/api/session/end', { method: 'POST', headers });
  expect(end.status).toBe(200);
  expect(end.headers.get('set-cookie')).toMatch(/gongji_session=;.*Max-Age=0/);
  const after = await edge.app.request('/api/session', { headers });
  expect(await after.json()).toMatchObject({ person: null });
});

test('only a hash of the token is kept, and every sign-in stays on record', async () => {
  const { appPool } = edge.database;
  const token = await createSessionStore(appPool).begin(person, new Date(), new Date());
  const rows = await appPool.query<{ row: string }>('select session::text as row from edge.session');
  expect(rows.rows.some(({ row }) => row.includes(token))).toBe(false);
  await expect(appPool.query('delete from edge.sign_in')).rejects.toThrow(/permission denied/);
  const signIns = await appPool.query('select 1 from edge.sign_in where subject_no = $1', [person.subjectNo]);
  expect(signIns.rowCount).toBeGreaterThan(0);
});

test('a session lives while it is used and ends after eight idle hours', async () => {
  const sessions = createSessionStore(edge.database.appPool);
  const begun = new Date('2024-10-15T08:00:00+08:00');
  const later = (hours: number) => new Date(begun.getTime() + hours * hourMs);
  const token = await sessions.begin(person, begun, begun);
  expect(await sessions.find(token, later(7))).toEqual(person);
  expect(await sessions.find(token, later(14))).toEqual(person);
  expect(await sessions.find(token, later(22.1))).toBeUndefined();
  expect(await sessions.sweep(later(23))).toBeGreaterThan(0);
  expect(await sessions.find(token, later(14))).toBeUndefined();
  expect(await sessions.find('guess', begun)).toBeUndefined();
});

test('the day can be set, is kept over a restart, and may go back', async () => {
  const { appPool } = edge.database;
  for (const date of ['2025-03-01', '2023-11-30', '2024-10-15']) {
    const answer = await edge.app.request('/api/demo-date', post({ date }));
    expect(await answer.json()).toMatchObject({ today: date, demo: true });
    const reopened = await openClock(appPool, '2024-10-15', () => new Date());
    expect(reopened.now().today).toBe(date);
  }
  const wrong = await edge.app.request('/api/demo-date', post({ date: '2025-02-30' }));
  expect(wrong.status).toBe(400);
  expect(await wrong.json()).toMatchObject({
    error: { code: 'bad-request', field: 'date', message: expect.stringContaining('2024-10-15') as string },
  });
});

test('another day in the settings wins over the kept one', async () => {
  const { appPool } = edge.database;
  const open = async (date: string) => (await openClock(appPool, date, () => new Date())).now().today;
  expect(await open('2025-01-02')).toBe('2025-01-02');
  await edge.app.request('/api/demo-date', post({ date: '2025-05-05' }));
  expect(await open('2025-01-02')).toBe('2025-05-05');
  expect(await open('2024-10-15')).toBe('2024-10-15');
  await edge.app.request('/api/demo-date', post({ date: '2024-10-15' }));
});

test('another site cannot set the day', async () => {
  const evil = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  const answer = await edge.app.request('/api/demo-date', post({ date: '2025-03-01' }, evil));
  expect(answer.status).toBe(403);
  const own = { origin: publicUrl, 'sec-fetch-site': 'same-origin' };
  expect((await edge.app.request('/api/demo-date', post({ date: '2024-10-15' }, own))).status).toBe(200);
});

test('on the real calendar the day cannot be set', async () => {
  const real = await openTestApp({}, { demoDate: null });
  const answer = await real.app.request('/api/demo-date', post({ date: '2025-03-01' }));
  expect(answer.status).toBe(403);
  expect(await (await real.app.request('/api/session')).json()).toMatchObject({
    today: '2024-07-24',
    demo: false,
  });
  await real.close();
});

test('the set day has the real time of day in Asia/Shanghai, also around its midnight', () => {
  const moment = (real: string) => momentOn('2024-10-15', new Date(real));
  expect(moment('2026-11-22T01:30:00Z').at.toISOString()).toBe('2024-10-15T01:30:00.000Z');
  expect(moment('2026-11-22T16:00:00Z').at.toISOString()).toBe('2024-10-14T16:00:00.000Z');
  expect(moment('2026-11-22T15:59:59Z').at.toISOString()).toBe('2024-10-15T15:59:59.000Z');
  expect(realMoment(new Date('2026-11-22T16:00:00Z')).today).toBe('2026-11-23');
});
