// What GET /api/session tells: the business day, who is signed in, and for whom they act.
import type { Answer } from '@gongji/contract';
import type { Parts } from '../edge/parts.ts';
import type { SessionSubject } from './store.ts';

/** The view of a session, or of a visitor when `subject` is undefined. */
export async function sessionView(
  parts: Parts,
  subject: SessionSubject | undefined,
): Promise<Answer<'getSession'>> {
  const moment = parts.clock.now();
  const view: Answer<'getSession'> = {
    today: moment.today,
    demo: parts.clock.demo,
    person: null,
    helper: null,
    staff: null,
  };
  if (subject?.kind === 'staff') {
    view.staff = (await parts.services.person.staff(subject.subjectNo)) ?? null;
  } else if (subject) {
    const { subjectNo, area } = subject;
    const acting = subject.acting
      ? await parts.services.delegation.acting(subjectNo, subject.acting, moment.today)
      : undefined;
    const meOf = (personNo: string, areaOf: string) =>
      parts.services.person.me({
        ...moment,
        actor: { kind: 'person', personNo, area: areaOf },
        channel: 'web',
      });
    const me = await meOf(acting?.principalNo ?? subjectNo, acting?.principalArea ?? area);
    if (me.ok) view.person = { ...me.value.person, scheme: me.value.scheme, canGive: me.value.canGive };
    const helper = acting && (await meOf(subjectNo, area));
    if (acting && helper?.ok) view.helper = { ...helper.value.person, scopes: [...acting.scopes] };
  }
  return view;
}
