// Who is signed in, and what day it is; a visitor gets an answer too.
import { done } from '@gongji/service';
import { currentSession } from '../edge/admit.ts';
import { sendRefusal } from '../edge/refusal.ts';
import { rawRoute, sendAnswer } from '../edge/route.ts';
import { sessionView } from './session-view.ts';

export const getSession = rawRoute('getSession', async (parts, request) => {
  const session = await currentSession(parts, request);
  if (!session.ok) return sendRefusal(request, session);
  return sendAnswer(request, 'getSession', done(await sessionView(parts, session.value?.subject)));
});
