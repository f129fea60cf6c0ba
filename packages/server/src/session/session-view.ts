// What GET /api/session tells: the business day and who is signed in.
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
    staff: null,
  };
  if (subject?.kind === 'staff') {
    view.staff = (await parts.services.person.staff(subject.subjectNo)) ?? null;
  } else if (subject) {
    const me = await parts.services.person.me({
      ...moment,
      actor: { kind: 'person', personNo: subject.subjectNo, area: subject.area },
      channel: 'web',
    });
    if (me.ok) view.person = { ...me.value.person, scheme: me.value.scheme, canGive: me.value.canGive };
  }
  return view;
}
