// Two questions for the outside world that only native shells bring: who a host's code stands for, and what its cashier needs.
import type { BridgeHost } from '@gongji/contract';
import { z } from 'zod';
import { createCall } from './call.ts';
import type { CallLog } from './call.ts';

const Found = z.object({ idNumber: z.string().min(1) });
const Unknown = z.object({ reason: z.string() });
const Wallet = z.record(z.string(), z.string());

export type HostIdentity =
  { result: 'found'; idNumber: string } | { result: 'unknown' } | { result: 'silent' };

/** Asks the electronic credential's provider whose credential is open in this host; a code is good for one question. */
export function hostIdentityOverHttp(
  { issuer, clientId, clientSecret }: { issuer: string; clientId: string; clientSecret: string },
  log: CallLog,
): (host: BridgeHost, code: string) => Promise<HostIdentity> {
  const call = createCall('identity', issuer, log);
  return async (host, code) => {
    const answer = await call({
      method: 'POST',
      path: '/host-identities',
      body: { clientId, clientSecret, host, code },
      answers: { 200: Found, 404: Unknown },
    });
    if (answer.result === 'silent') return answer;
    return answer.status === 200
      ? { result: 'found', idNumber: answer.body.idNumber }
      : { result: 'unknown' };
  };
}

/** Asks the cash channel for the parameters of the host's own cashier; undefined when there is no answer. */
export function walletOverHttp(
  baseUrl: string,
  log: CallLog,
): (reference: string, host: BridgeHost) => Promise<Record<string, string> | undefined> {
  const call = createCall('cash-channel', baseUrl, log);
  return async (reference, host) => {
    const answer = await call({
      method: 'GET',
      path: `/orders/${encodeURIComponent(reference)}/wallet/${host}`,
      answers: { 200: Wallet },
    });
    return answer.result === 'silent' ? undefined : answer.body;
  };
}
