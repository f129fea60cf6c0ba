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

/** All givers outside the families of the stories with a spouse or child of the city who isn't bound yet. */
function pairs(): Pair[] {
  const people = new Map(world.people.map((person) => [person.personNo, person]));
  const bound = new Set(world.relations.map(({ giverNo, memberNo }) => `${giverNo}/${memberNo}`));
  const givers = new Set<string>();
  const found: Pair[] = [];
  for (const { personNo, relativeNo, relation } of world.kinships) {
    const giver = people.get(personNo);
    const member = people.get(relativeNo);
    if (!giver || !member || givers.has(personNo)) continue;
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
): Promise<string> {
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
  const submitted = await json(await request.post(address('/api/applications'), { headers, data: body }));
  await context.close();
  return String(submitted['applicationId']);
}

const papersOf = (browser: Browser) =>
  Promise.all(['居民身份证', '居民户口簿', '结婚证'].map((title) => paper(browser, title)));

/** Submits so many applications. */
export async function submitCases(browser: Browser, count: number): Promise<string[]> {
  const chosen = pairs().slice(0, count);
  if (chosen.length < count) throw new Error(`only ${chosen.length} pairs can be bound`);
  const papers = await papersOf(browser);
  await Promise.all(chosen.map((pair, at) => submit(browser, pair, papers, `desk-${at}`)));
  return chosen.map(({ member }) => member.name);
}

/** Submits applications one by one of pairs that `submitCases` doesn't come to, counted from the end; answers the ids. */
export async function openSpareCases(browser: Browser) {
  const spare = pairs().toReversed();
  const papers = await papersOf(browser);
  const take = (): Pair => {
    const pair = spare.shift();
    if (!pair) throw new Error('no pair is left to be bound');
    return pair;
  };
  return {
    one(): Promise<string> {
      const pair = take();
      return submit(browser, pair, papers, `spare-${pair.giver.personNo}`);
    },
    /** Two givers claim the same stranger as a parent: what the registry doesn't know, twice at the same time. */
    async doubtful(): Promise<[string, string]> {
      const hasParent = new Set(
        world.kinships.filter(({ relation }) => relation === 'parent').map(({ personNo }) => personNo),
      );
      const member = world.people.find(
        (each) => each.area === area && each.status === 'normal' && !each.family && each.bornOn < '1955',
      );
      const [one, two] = spare.filter(({ giver }) => !hasParent.has(giver.personNo) && giver.bornOn > '1975');
      if (!member || !one || !two) throw new Error('nobody is left to claim a stranger');
      const claim = (pair: Pair) => {
        spare.splice(spare.indexOf(pair), 1);
        return submit(
          browser,
          { giver: pair.giver, member, relation: 'parent' },
          papers,
          `spare-${pair.giver.personNo}`,
        );
      };
      return [await claim(one), await claim(two)];
    },
  };
}
