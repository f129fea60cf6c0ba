// Rights twins: at every staff endpoint each role is tried; who has the right is let in, everybody else is refused.
// A new endpoint or a new guarded call of a service is tried without a line here.
import { mayDo, paths, rights, roleWords } from '@gongji/contract';
import type { EndpointName, Right, StaffMark, StaffRole } from '@gongji/contract';
import { createServices, refuse } from '@gongji/service';
import type { Context, Result, ServiceDeps, Services } from '@gongji/service';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, person, post, reviewer } from '../../test/kit.ts';
import type { TestApp } from '../../test/kit.ts';
import { isRight } from '../edge/admit.ts';
import { routes } from '../routes.ts';

const roles = Object.keys(roleWords) as StaffRole[];
const staffOf = (role: StaffRole): StaffMark => ({ ...reviewer, staffNo: `S-${role}`, role });

/** Services that answer every call with `not-found`: whatever gets as far as them was let in. */
const everyCall = new Proxy({}, { get: () => async () => refuse('not-found') });
const givenServices = new Proxy(
  {
    person: {
      staff: async (staffNo: string) => roles.map(staffOf).find((staff) => staff.staffNo === staffNo),
    },
  } as Partial<Services>,
  { get: (given, noun): unknown => Reflect.get(given, noun) ?? everyCall },
);

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp({}, { services: givenServices as Services });
});
afterAll(() => app.close());

const staffRoutes = routes.filter(({ name }) => paths[name].path.startsWith('/api/staff/'));

const ask = (name: EndpointName, headers: Record<string, string>) => {
  const address = paths[name].path.replaceAll(/\{\w+\}/g, 'id_1');
  return app.app.request(address, paths[name].method === 'GET' ? { headers } : post({}, headers));
};

test.each(staffRoutes.map((route) => [route.name, route.who] as const))('%s declares a right', (_, who) =>
  expect(who !== undefined && isRight(who)).toBe(true),
);

const twins = staffRoutes.flatMap(({ name, who }) =>
  who !== undefined && isRight(who) ? roles.map((role) => [name, role, who] as const) : [],
);
test.each(twins)('%s asked by %s, as the table says for %s', async (name, role, right) => {
  const response = await ask(name, await app.as(staffOf(role)));
  if (mayDo(role, right)) return expect([401, 403]).not.toContain(response.status);
  expect(response.status).toBe(403);
  const { error } = (await response.json()) as { error: { message: string; remedy: string } };
  expect(`${error.message}${error.remedy}`).toMatch(/\p{Script=Han}{4,}/u);
});

test.each(staffRoutes.map(({ name }) => name))('%s is closed to people and to nobody', async (name) => {
  expect((await ask(name, {})).status).toBe(401);
  expect((await ask(name, await app.as(person))).status).toBe(403);
});

// The same once more where the work is done, for whoever calls a service past the edge.

type Call = ((context: Context) => Promise<Result<unknown>>) & { right: Right };
const nothing = new Proxy(() => undefined, {
  get: (_, name) => (name === 'then' ? undefined : nothing),
  apply: () => {
    throw new Error('the guard let the call through');
  },
}) as unknown as ServiceDeps & ServiceDeps['ledger'];
const services = createServices({ ...({} as ServiceDeps), ...emptyDeps() });
function emptyDeps(): ServiceDeps {
  const { pool, ledger, library, cipher, ports, log, signIns } = new Proxy({} as ServiceDeps, {
    get: () => nothing,
  });
  // The areas are read when the services are made.
  const recorded = { ...library, areas: new Map() };
  return {
    ...{ pool, ledger, library: recorded, cipher, ports, log, signIns },
    publicUrl: 'http://localhost',
  };
}
const guarded = Object.entries(services).flatMap(([noun, calls]) =>
  typeof calls === 'object'
    ? Object.entries(calls as Record<string, unknown>).flatMap(([name, call]) =>
        typeof call === 'function' && 'right' in call ? [[`${noun}.${name}`, call as Call] as const] : [],
      )
    : [],
);

test.each(guarded)('%s refuses the roles without its right by itself', async (_, call) => {
  for (const role of roles) {
    const context: Context = {
      actor: { kind: 'staff', staffNo: 'S1', role, area: '211200', institutionCode: null },
      ...{ at: new Date(0), today: '2024-10-15', channel: 'staff' },
    };
    const outcome = await call(context).then(
      (result) => (result.ok ? 'ok' : result.code),
      () => 'let in',
    );
    if (mayDo(role, call.right)) expect(outcome).not.toBe('not-allowed');
    else expect(outcome).toBe('not-allowed');
  }
});

test('every right of a staff endpoint is enforced by a service too, and every right is used', () => {
  const inServices = new Set(guarded.map(([, call]) => call.right));
  expect(staffRoutes.flatMap(({ who }) => who ?? []).filter((who) => !inServices.has(who as Right))).toEqual(
    [],
  );
  const elsewhere: Right[] = ['till.settle'];
  expect(Object.keys(rights).sort()).toEqual([...inServices, ...elsewhere].sort());
});
