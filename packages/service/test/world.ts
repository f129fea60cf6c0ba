// A whole service on a fresh database, with the repository's own policies and a registry in memory.
import { randomUUID } from 'node:crypto';
import type { Application, Relation, ReviewDecisionBody } from '@gongji/contract';
import { createFieldCipher } from '@gongji/database';
import { testDatabase } from '@gongji/database/testing';
import { createLedger, ledgerMigrations } from '@gongji/ledger';
import { areaInfo } from '@gongji/policy';
import type { AreaInfo, PolicyLibrary } from '@gongji/policy';
import { readPolicyFiles, readPolicyLibrary } from '@gongji/policy/node';
import { expect } from 'vitest';
import { createServices, openPolicyShelf, serviceMigrations } from '../src/index.ts';
import type { Context, PersonImport, Ports, Result, SignInEntry, SignInLog } from '../src/index.ts';
import { fakeRegistry } from './registry.ts';

const key = (letter: string) => Buffer.alloc(32, letter).toString('base64');
const unused = () => Promise.reject(new Error('no test of binding asks this port'));

export type World = Awaited<ReturnType<typeof openWorld>>;

/** With the repository's own policies, or with a test's; with `today`, with a shelf of policies that knows the day. */
export async function openWorld(own: { library?: PolicyLibrary; today?: () => string } = {}) {
  const database = await testDatabase({ migrations: [ledgerMigrations, serviceMigrations] });
  const policies = own.today && (await openPolicyShelf(database.appPool, readPolicyFiles(), own.today));
  const library = policies?.library ?? own.library ?? readPolicyLibrary();
  const cipher = createFieldCipher({ active: 'k1', keys: { k1: key('a') }, lookup: key('b') });
  const ledger = createLedger({ pool: database.appPool });
  const registry = fakeRegistry();
  const messages: { reference: string; phone: string; text: string }[] = [];
  const ports: Ports = {
    registry,
    taxBureau: { assess: unused, pay: unused, query: unused },
    cashChannel: { createOrder: unused, queryOrder: unused, refundOrder: unused, closeOrder: unused },
    dailyFiles: { fetch: unused },
    institutions: { tellPaid: unused },
    sms: {
      async send(message) {
        messages.push(message);
        return { result: 'sent' };
      },
      sendToHost: async () => ({ result: 'sent' }),
    },
  };
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const signedIn: SignInEntry[] = [];
  const signIns: SignInLog = {
    search: async ({ subjectNo, before, limit }) =>
      signedIn
        .filter((entry) => subjectNo === undefined || entry.subjectNo === subjectNo)
        .filter(
          (entry) =>
            !before || entry.at < before.at || (+entry.at === +before.at && entry.signInId < before.signInId),
        )
        .toSorted((left, right) => +right.at - +left.at || right.signInId - left.signInId)
        .slice(0, limit),
  };
  const services = createServices({
    ...{ pool: database.appPool, ledger, library, cipher, ports, log },
    publicUrl: 'http://localhost:7300',
    signIns,
    ...(policies ? { policies } : {}),
  });
  return {
    ...{ database, library, cipher, ledger, registry, messages, services, signedIn },
    /** Imports people and makes them known to the registry. */
    async settle(...people: PersonImport[]) {
      registry.add(...people);
      await services.person.import(people, new Date('2024-01-02T09:00:00+08:00'));
    },
    async close() {
      await services.close();
      await ledger.close();
      await database.drop();
    },
  };
}

export const on = (day: string, actor: Context['actor']): Context => ({
  actor,
  at: new Date(`${day}T10:30:00+08:00`),
  today: day,
  channel: 'web',
});

export const as = ({ personNo, area }: PersonImport, day = '2024-10-15'): Context =>
  on(day, { kind: 'person', personNo, area });

export const reviewer = (area: string, day = '2024-10-16'): Context =>
  on(day, { kind: 'staff', staffNo: `R${area}`, role: 'reviewer', area, institutionCode: null });

/** Takes the case, then decides it, as a reviewer does. */
export async function takeAndDecide(
  { services }: World,
  context: Context,
  applicationId: string,
  body: ReviewDecisionBody,
  key: string,
) {
  await services.review.claim(context, applicationId);
  return services.review.decide(context, applicationId, body, key);
}

/** These photos, one after the other, for the materials that the area asks for. */
function photosFor(info: AreaInfo | undefined, relation: Relation, photoIds: readonly string[]) {
  const wanted = (info?.materials ?? []).filter(
    ({ photo, relations }) => photo && (relations?.includes(relation) ?? true),
  );
  const codes = wanted.length > 0 ? wanted.map(({ code }) => code) : ['helpful-proof'];
  return photoIds.map((photoId, at) => ({ photoId, material: codes[at % codes.length] ?? '' }));
}

/** What the giver fills in for this member, all of it right. */
export function answersFor(
  { library }: World,
  giver: PersonImport,
  member: PersonImport,
  relation: Relation,
  photoIds: string[] = [],
) {
  const info = areaInfo(library, giver.area, '2024-10-15');
  return {
    memberName: member.name,
    memberIdNumber: member.idNumber,
    relation,
    memberArea: member.area,
    memberPhone: member.phone,
    photos: photosFor(info, relation, photoIds),
    noticeVersion: info?.documents.notice.version ?? '',
    promise: {
      version: info?.documents.promise.version ?? '',
      accepted: true as const,
      signedName: giver.name,
    },
  };
}

export const newKey = () => randomUUID();

/** The value of an outcome that must be ok. */
export function value<Value>(result: Result<Value>): Value {
  if (!result.ok) expect.fail(`refused: ${result.code} ${JSON.stringify(result.details ?? {})}`);
  return result.value;
}

export const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.code);

/** Rows in the tables that a binding writes. */
export async function countRows({ database }: World): Promise<Record<string, number>> {
  const { rows } = await database.ownerPool.query<Record<string, number>>(
    `select (select count(*)::int from gongji.application) as application,
       (select count(*)::int from gongji.application_photo) as application_photo,
       (select count(*)::int from gongji.relation) as relation,
       (select count(*)::int from gongji.action) as action,
       (select count(*)::int from gongji.decision) as decision,
       (select count(*)::int from gongji.request) as request,
       (select count(*)::int from gongji.person) as person`,
  );
  return rows[0] ?? {};
}

/** Hands in three photos and submits; the application that came of it. */
export async function submitWithPhotos(
  world: World,
  giver: PersonImport,
  member: PersonImport,
  relation: Relation,
  photo: Buffer,
): Promise<Application> {
  const photoIds: string[] = [];
  for (let count = 0; count < 3; count += 1) {
    photoIds.push(value(await world.services.photo.add(as(giver), photo)).photoId);
  }
  const answers = answersFor(world, giver, member, relation, photoIds);
  return value(await world.services.application.submit(as(giver), answers, newKey()));
}
