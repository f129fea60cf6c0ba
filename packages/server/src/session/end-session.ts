// Signs out; without a session there is nothing to do, and the answer is the same.
import { done } from '@gongji/service';
import { admit } from '../edge/admit.ts';
import { sendRefusal } from '../edge/refusal.ts';
import { rawRoute, sendAnswer } from '../edge/route.ts';
import { dropSessionCookie, sessionToken } from './cookie.ts';

export const endSession = rawRoute('endSession', async (parts, request) => {
  const admitted = await admit(parts, request, 'anyone');
  if (!admitted.ok) return sendRefusal(request, admitted);
  const token = sessionToken(request);
  if (token !== undefined) await parts.sessions.end(token, parts.realNow());
  dropSessionCookie(request, parts.publicUrl.startsWith('https:'));
  return sendAnswer(request, 'endSession', done({}));
});
