// Sets the business day of a demonstration; on the real calendar nobody may.
import { done, refuse } from '@gongji/service';
import { admit, currentSession } from '../edge/admit.ts';
import { readBody } from '../edge/body.ts';
import { sendRefusal } from '../edge/refusal.ts';
import { rawRoute, sendAnswer } from '../edge/route.ts';
import { sessionView } from './session-view.ts';

export const setDemoDate = rawRoute('setDemoDate', async (parts, request) => {
  const admitted = await admit(parts, request, 'anyone');
  if (!admitted.ok) return sendRefusal(request, admitted);
  const body = await readBody(request, 'setDemoDate');
  if (!body.ok) return sendRefusal(request, body);
  if (!parts.clock.demo) return sendRefusal(request, refuse('not-allowed'));
  await parts.clock.setDemoDate(body.value.date);
  const session = await currentSession(parts, request);
  if (!session.ok) return sendRefusal(request, session);
  return sendAnswer(request, 'setDemoDate', done(await sessionView(parts, session.value?.subject)));
});
