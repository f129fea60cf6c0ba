// Binds a relative over HTTP, where the city decides at once, for journeys that begin with a bound family.
import type { SamplePerson } from '@gongji/sample';
import type { Browser } from 'playwright-core';
import { address } from './browser.ts';

/** The member becomes bound to the giver, as their `relation`; needs no photo. */
export async function bindAtOnce(
  browser: Browser,
  giver: SamplePerson,
  member: SamplePerson,
  relation: string,
): Promise<void> {
  const context = await browser.newContext();
  const { request } = context;
  const headers = {
    origin: new URL(address('/')).origin,
    'idempotency-key': `${giver.personNo}-${member.personNo}`,
  };
  const form = await request.get(address('/sign-in?to=/'));
  await request.post(form.url(), { form: { account: giver.personNo } });
  const guide = (await (await request.get(address(`/api/guides/${giver.area}`))).json()) as {
    notice: { version: string };
    promise: { version: string };
  };
  const answer = await request.post(address('/api/applications'), {
    headers,
    data: {
      ...{ memberName: member.name, memberIdNumber: member.idNumber, relation, memberArea: member.area },
      ...{ memberPhone: member.phone, photos: [], noticeVersion: guide.notice.version },
      promise: { version: guide.promise.version, accepted: true, signedName: giver.name },
    },
  });
  const { state } = (await answer.json()) as { state?: string };
  if (state !== 'approved') throw new Error(`${answer.status()} ${await answer.text()}`);
  await context.close();
}
