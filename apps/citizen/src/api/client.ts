// Calls the HTTP contract: typed by endpoint name, every refusal a Problem.
import type { Answer, Body } from '@gongji/contract';
import { idempotencyHeader, paths, type EndpointName } from '@gongji/contract/paths';
import { actingHeaders } from './acting.ts';
import { intentOf } from './intent.ts';
import { keepAnswer, keptAnswer } from './kept.ts';
import { offline, Problem, problemOf } from './problem.ts';

export type Params = Readonly<Record<string, string>>;

const timeoutMs = 30_000;

/** The path with its `{name}` places filled and encoded. */
export function fillPath(path: string, params: Params): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}

async function exchange(path: string, init: RequestInit): Promise<unknown> {
  let status: number;
  let body: unknown;
  try {
    const response = await fetch(path, { ...init, signal: AbortSignal.timeout(timeoutMs) });
    status = response.status;
    const text = await response.text();
    body = text === '' ? {} : parsed(text);
  } catch {
    throw offline();
  }
  if (status >= 400) throw problemOf(status, body);
  return body;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads; without network, what was kept of the same question (`useKeptSince` says so). @throws Problem */
export async function read<Name extends EndpointName>(
  name: Name,
  params: Params = {},
): Promise<Answer<Name>> {
  const path = fillPath(paths[name].path, params);
  try {
    const answer = (await exchange(path, {
      headers: { accept: 'application/json', ...actingHeaders() },
    })) as Answer<Name>;
    await keepAnswer(path, answer, new Date());
    return answer;
  } catch (thrown) {
    const isOffline = thrown instanceof Problem && thrown.code === 'offline';
    const kept = isOffline ? await keptAnswer(path, new Date()) : undefined;
    if (kept) return kept.body as Answer<Name>;
    throw thrown;
  }
}

/** Acts, with one key for one intent: an unanswered act sent again is the same act. @throws Problem */
export async function act<Name extends EndpointName>(
  name: Name,
  params: Params,
  body: Body<Name>,
): Promise<Answer<Name>> {
  const path = fillPath(paths[name].path, params);
  const content = JSON.stringify(body);
  const intent = intentOf(sessionStorage, path, content);
  const headers = {
    accept: 'application/json',
    'content-type': 'application/json',
    [idempotencyHeader]: intent.key,
    ...actingHeaders(),
  };
  try {
    const answer = await exchange(path, { method: paths[name].method, headers, body: content });
    intent.answered();
    return answer as Answer<Name>;
  } catch (thrown) {
    if (thrown instanceof Error && 'kind' in thrown && thrown.kind === 'refused') intent.answered();
    throw thrown;
  }
}
