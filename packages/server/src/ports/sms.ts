// Text messages over HTTP.
import type { Ports } from '@gongji/service';
import { z } from 'zod';
import { createCall } from './call.ts';
import type { CallLog } from './call.ts';

export function smsOverHttp(baseUrl: string, log: CallLog): Ports['sms'] {
  const call = createCall('sms', baseUrl, log);
  return {
    async send(message) {
      const answer = await call({
        method: 'POST',
        path: '/messages',
        body: message,
        answers: { 200: z.looseObject({}) },
      });
      return answer.result === 'silent' ? answer : { result: 'sent' };
    },
  };
}
