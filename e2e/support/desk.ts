// Applications that wait for review in Tieling, submitted by their givers over HTTP, with photos that look like papers.
import { sampleWorld } from '@gongji/sample';
import type { SamplePerson } from '@gongji/sample';
import type { APIRequestContext, Browser } from 'playwright-core';
import { address } from './browser.ts';
import { paper } from './paper.ts';

const area = '211200';
const world = sampleWorld();

interface Pair {
  giver: SamplePerson;
  member: SamplePerson;
  relation: string;
}

/** Givers outside the families of the stories with a spouse or child of the city who isn't bound yet. */
function pairs(count: number): Pair[] {
  const people = new Map(world.people.map((person) => [person.personNo, person]));
  const bound = new Set(world.relations.map(({ giverNo, memberNo }) => `${giverNo}/${memberNo}`));
  const givers = new Set<string>();
  const found: Pair[] = [];
  for (const { personNo, relativeNo, relation } of world.kinships) {
    const giver = people.get(personNo);
    const member = people.get(relativeNo);
    if (!giver || !member || givers.has(personNo) || found.length === count) continue;
    if (relation !== 'spouse' && relation !== 'child') continue;
    const isGiver =
      giver.area === area &&
      giver.scheme === 'employee' &&
      giver.status === 'normal' &&
      giver.parts.length > 0;
    const isMember = member.area === area && member.status === 'normal' && member.personNo !== '';
    if (!isGiver || giver.family || member.family || !isMember || bound.has(`${personNo}/${relativeNo}`))
      continue;
    givers.add(personNo);
    found.push({ giver, member, relation });
  }
  if (found.length < count) throw new Error(`only ${found.length} pairs can be bound`);
  return found;
}

const json = async (answer: Awaited<ReturnType<APIRequestContext['get']>>) => {
  if (!answer.ok()) throw new Error(`${answer.url()} ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as Record<string, unknown>;
};

async function submit(
  browser: Browser,
  { giver, member, relation }: Pair,
  papers: readonly Buffer[],
  key: string,
): Promise<void> {
  const context = await browser.newContext();
  const { request } = context;
  const headers = { origin: new URL(address('/')).origin, 'idempotency-key': key };
  const form = await request.get(address('/sign-in?to=/'));
  await request.post(form.url(), { form: { account: giver.personNo } });
  const guide = (await json(await request.get(address(`/api/guides/${area}`)))) as {
    notice: { version: string };
    promise: { version: string };
    materials: { code: string; required: boolean; relations: string[] }[];
  };
  const wanted = guide.materials.filter(
    ({ required, relations }) => required && (relations.length === 0 || relations.includes(relation)),
  );
  const photos: { photoId: unknown; material: string | undefined }[] = [];
  for (const [at, buffer] of papers.entries()) {
    const photo = { name: 'paper.jpg', mimeType: 'image/jpeg', buffer };
    const added = await request.post(address('/api/photos'), { headers, multipart: { photo } });
    photos.push({ photoId: (await json(added))['photoId'], material: wanted[at]?.code });
  }
  const body = {
    ...{ memberName: member.name, memberIdNumber: member.idNumber, relation, memberArea: member.area },
    ...{ memberPhone: member.phone, photos, noticeVersion: guide.notice.version },
    promise: { version: guide.promise.version, accepted: true, signedName: giver.name },
  };
  await json(await request.post(address('/api/applications'), { headers, data: body }));
  await context.close();
}

/** Submits so many applications. */
export async function submitCases(browser: Browser, count: number): Promise<string[]> {
  const chosen = pairs(count);
  const papers = await Promise.all(
    ['居民身份证', '居民户口簿', '结婚证'].map((title) => paper(browser, title)),
  );
  await Promise.all(chosen.map((pair, at) => submit(browser, pair, papers, `desk-${at}`)));
  return chosen.map(({ member }) => member.name);
}
