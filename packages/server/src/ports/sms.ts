// Messages to phones, and through the hosts of mini-programs, over HTTP.
import type { Ports } from '@gongji/service';
import { z } from 'zod';
import { createCall } from './call.ts';
import type { CallLog } from './call.ts';

/** 409: this key was used before, so the message has left already; 400 and 422 are refused for good. */
const answers = {
  200: z.looseObject({}),
  400: z.looseObject({}),
  409: z.looseObject({}),
  422: z.looseObject({}),
};

export function smsOverHttp(baseUrl: string, log: CallLog): Ports['sms'] {
  const call = createCall('sms', baseUrl, log);
  const hand = async (path: string, body: object) => {
    const answer = await call({ method: 'POST', path, body, answers });
    if (answer.result === 'silent') return answer;
    const isSent = answer.status === 200 || answer.status === 409;
    return { result: isSent ? ('sent' as const) : ('refused' as const) };
  };
  return {
    send: (message) => hand('/messages', message),
    sendToHost: (message) => hand('/host-messages', message),
  };
}
