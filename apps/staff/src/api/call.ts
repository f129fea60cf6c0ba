// One typed function for every endpoint of the contract.
import type { Answer, Body } from '@gongji/contract';
import { idempotencyHeader, paths } from '@gongji/contract/paths';
import type { EndpointName } from '@gongji/contract/paths';
import { failureOf, unanswered } from './failure.ts';
import { newKey } from './intent.ts';

const timeoutMs = 20_000;

export interface CallOptions<Name extends EndpointName> {
  params?: Record<string, string>;
  body?: Body<Name>;
  /** Idempotency key; a POST without one gets a fresh key. */
  key?: string;
}

const fill = (path: string, params: Record<string, string>) =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

/** Calls the endpoint. Throws a `Failure` when it is refused, faulty or unanswered. */
export async function call<Name extends EndpointName>(
  name: Name,
  { params = {}, body, key }: CallOptions<Name> = {},
): Promise<Answer<Name>> {
  const { method, path } = paths[name];
  const headers: Record<string, string> = { accept: 'application/json' };
  if (method === 'POST') {
    headers['content-type'] = 'application/json';
    headers[idempotencyHeader] = key ?? newKey();
  }
  let response: Response;
  try {
    response = await fetch(fill(path, params), {
      method,
      headers,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(timeoutMs),
      ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    });
  } catch {
    throw unanswered();
  }
  const answer = await readJson(response);
  if (!response.ok) throw failureOf(response.status, answer);
  if (answer === undefined) throw unanswered();
  return answer as Answer<Name>;
}
