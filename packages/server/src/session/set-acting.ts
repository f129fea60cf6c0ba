// Begins to act for somebody who permitted it, or ends that; every page of this session follows.
import { done, refuse } from '@gongji/service';
import { currentSession } from '../edge/admit.ts';
import { readBody } from '../edge/body.ts';
import { sendRefusal } from '../edge/refusal.ts';
import { rawRoute, sendAnswer } from '../edge/route.ts';
import { isSameOrigin } from '../edge/same-origin.ts';
import { sessionView } from './session-view.ts';

export const setActing = rawRoute('setActing', async (parts, request) => {
  if (!isSameOrigin(request, parts.publicUrl)) return sendRefusal(request, refuse('not-allowed'));
  const session = await currentSession(parts, request);
  if (!session.ok) return sendRefusal(request, session);
  if (!session.value) return sendRefusal(request, refuse('not-signed-in'));
  const { token, subject } = session.value;
  if (subject.kind !== 'person') return sendRefusal(request, refuse('not-allowed'));
  const body = await readBody(request, 'setActing');
  if (!body.ok) return sendRefusal(request, body);
  const { delegationId } = body.value;
  const { today } = parts.clock.now();
  if (
    delegationId !== null &&
    !(await parts.services.delegation.acting(subject.subjectNo, delegationId, today))
  ) {
    return sendRefusal(request, refuse('delegation-not-active'));
  }
  await parts.sessions.act(token, delegationId);
  const { kind, subjectNo, area } = subject;
  const next = { kind, subjectNo, area, ...(delegationId === null ? {} : { acting: delegationId }) };
  return sendAnswer(request, 'setActing', done(await sessionView(parts, next)));
});
