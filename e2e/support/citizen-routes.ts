// Every route of the citizen app with an address for the walk; the walk compares the patterns with the router's own.
import { readFileSync } from 'node:fs';
import type { APIRequestContext, BrowserContext } from 'playwright-core';
import type { SamplePerson } from '@gongji/sample';
import { address } from './browser.ts';

export interface WalkedRoute {
  /** As the router has it. */
  pattern: string;
  /** Where the walk goes; several where one pattern serves several pages. */
  paths: string[];
}

/** What the pages of the walk are about. */
export interface WalkWorld {
  memberNo: string;
  relationId: string;
  applicationId: string;
  paymentId: string;
  usageId: string;
  orderId: string;
  familyLinkId: string;
}

/** The patterns that the router knows, in its order. */
export function routerPatterns(): string[] {
  const source = readFileSync(new URL('../../apps/citizen/src/app.tsx', import.meta.url), 'utf8');
  return [...source.matchAll(/<Route\s+path="([^"]+)"/g)].map(([, pattern]) => pattern ?? '');
}

/**
 * `/confirm/…` and `/orders/…` are walked where nothing waits: no recorded city asks members, and orders come from hospitals
 * (the journeys of the credential look at them).
 */
export const walkedRoutes = (world: WalkWorld): WalkedRoute[] => [
  { pattern: '/', paths: ['/'] },
  { pattern: '/bind', paths: ['/bind'] },
  {
    pattern: '/bind/new/:step?',
    paths: ['/bind/new', '/bind/new/member', '/bind/new/promise', '/bind/new/check'],
  },
  { pattern: '/relations/:relationId', paths: [`/relations/${world.relationId}`] },
  { pattern: '/giver-order', paths: ['/giver-order'] },
  { pattern: '/confirm/:applicationId', paths: [`/confirm/${world.applicationId}`] },
  { pattern: '/unbind/:relationId?', paths: ['/unbind', `/unbind/${world.relationId}`] },
  { pattern: '/applications', paths: ['/applications'] },
  { pattern: '/applications/:applicationId', paths: [`/applications/${world.applicationId}`] },
  {
    pattern: '/premium/:personNo?/:coverageYear?/:step?',
    paths: ['/premium', `/premium/${world.memberNo}`, `/premium/${world.memberNo}/2025`],
  },
  { pattern: '/helpers', paths: ['/helpers'] },
  { pattern: '/helpers/new', paths: ['/helpers/new'] },
  { pattern: '/verify', paths: ['/verify'] },
  { pattern: '/premium-together/:step?', paths: ['/premium-together'] },
  { pattern: '/premium-orders/:orderId', paths: [`/premium-orders/${world.orderId}`] },
  { pattern: '/premiums', paths: ['/premiums'] },
  { pattern: '/premiums/:paymentId', paths: [`/premiums/${world.paymentId}`] },
  { pattern: '/credential', paths: ['/credential'] },
  { pattern: '/orders', paths: ['/orders'] },
  { pattern: '/orders/:orderId', paths: ['/orders/ord_none'] },
  { pattern: '/usages', paths: ['/usages'] },
  { pattern: '/usages/received', paths: ['/usages/received'] },
  { pattern: '/usages/:usageId', paths: [`/usages/${world.usageId}`] },
  { pattern: '/elsewhere', paths: ['/elsewhere'] },
  { pattern: '/calculator', paths: ['/calculator'] },
  { pattern: '/family-account', paths: ['/family-account'] },
  { pattern: '/family-account/:linkId', paths: [`/family-account/${world.familyLinkId}`] },
  { pattern: '/guides', paths: ['/guides'] },
  { pattern: '/guides/:area', paths: ['/guides/340500'] },
  { pattern: '/start/:area?', paths: ['/start', '/start/340500'] },
  { pattern: '/notices', paths: ['/notices'] },
  { pattern: '/c', paths: ['/c'] },
  { pattern: '/c/:channel/:screen?', paths: ['/c/anhui-medical', '/c/alipay-gongji'] },
];

/** Signs in over HTTP and does what the pages are about: a binding, a premium, an insurance code. */
export async function prepareWalk(
  context: BrowserContext,
  giver: SamplePerson,
  newMember: SamplePerson,
): Promise<WalkWorld> {
  const { request } = context;
  const form = await request.get(address('/sign-in?to=/'));
  await request.post(form.url(), { form: { account: giver.personNo } });
  const guide = await read<{ notice: { version: string }; promise: { version: string } }>(
    request,
    `/api/guides/${giver.area}`,
  );
  await act(request, '/api/applications', {
    ...{ memberName: newMember.name, memberIdNumber: newMember.idNumber, relation: 'child' },
    ...{ memberArea: newMember.area, memberPhone: newMember.phone, photos: [] },
    noticeVersion: guide.notice.version,
    promise: { version: guide.promise.version, accepted: true, signedName: giver.name },
  });
  const { items } = await read<{ items: { applicationId: string }[] }>(request, '/api/applications');
  const { given } = await read<{ given: { relationId: string; member: { personNo: string } }[] }>(
    request,
    '/api/relations',
  );
  const quoted = await act<{ quotes: { quoteId: string }[] }>(request, '/api/premium-order-quotes', {
    items: [{ memberPersonNo: newMember.personNo, coverageYear: 2025 }],
  });
  const order = await act<{ orderId: string; payments: { paymentId: string }[] }>(
    request,
    '/api/premium-orders',
    { quoteIds: quoted.quotes.map(({ quoteId }) => quoteId), cashForShortfall: false },
  );
  const usages = await until(
    () => read<{ asGiver: { usageId: string }[] }>(request, '/api/usages'),
    ({ asGiver }) => asGiver.length > 0,
  );
  const family = await act<{ held: { linkId: string }[] }>(request, '/api/family-account/links', {
    memberName: newMember.name,
    memberIdNumber: newMember.idNumber,
  });
  return {
    memberNo: given[0]!.member.personNo,
    relationId: given[0]!.relationId,
    applicationId: items[0]!.applicationId,
    paymentId: order.payments[0]!.paymentId,
    usageId: usages.asGiver[0]!.usageId,
    orderId: order.orderId,
    familyLinkId: family.held[0]!.linkId,
  };
}

async function read<Answer>(request: APIRequestContext, path: string): Promise<Answer> {
  return (await (await request.get(address(path))).json()) as Answer;
}

async function act<Answer>(request: APIRequestContext, path: string, data: object): Promise<Answer> {
  const headers = { origin: new URL(address('/')).origin, 'idempotency-key': crypto.randomUUID() };
  const answer = await request.post(address(path), { headers, data });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

async function until<Answer>(
  ask: () => Promise<Answer>,
  isThere: (answer: Answer) => boolean,
): Promise<Answer> {
  for (let tries = 0; tries < 60; tries += 1) {
    const answer = await ask();
    if (isThere(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('what the walk needs did not come');
}
