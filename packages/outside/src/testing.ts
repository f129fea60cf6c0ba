// What the simulators' tests share: a part on a free port, JSON calls, and people of the stories by name.
import { sampleWorld } from '@gongji/sample';
import type { SamplePerson } from '@gongji/sample';
import { startPart } from './start.ts';
import type { OutsideOptions, PartName } from './start.ts';

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

export interface TestedPart {
  url: string;
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown, timeoutMs?: number): Promise<Answer>;
  /** True when no answer came within the time. */
  isSilent(path: string, body: unknown): Promise<boolean>;
  fault(order: Record<string, unknown>): Promise<Answer>;
  clearFaults(): Promise<Answer>;
  close(): Promise<void>;
}

export async function testedPart(name: PartName, options: Partial<OutsideOptions> = {}): Promise<TestedPart> {
  const part = await startPart(name, {
    basePort: 0,
    publicUrl: 'http://localhost:7300',
    day: '2024-10-15',
    ...options,
  });
  const call = async (method: string, path: string, body?: unknown, timeoutMs = 10_000): Promise<Answer> => {
    const response = await fetch(part.url + path, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const post = (path: string, body?: unknown, timeoutMs?: number) => call('POST', path, body, timeoutMs);
  return {
    url: part.url,
    get: (path) => call('GET', path),
    post,
    isSilent: (path, body) =>
      post(path, body, 300).then(
        () => false,
        (error: Error) => error.name === 'TimeoutError',
      ),
    fault: (order) => post('/faults', order),
    clearFaults: () => call('DELETE', '/faults'),
    close: () => part.close(),
  };
}

const { people } = sampleWorld();

/** A person of a family story. */
export function personNamed(name: string): SamplePerson {
  const found = people.find((person) => person.name === name && person.family !== undefined);
  if (!found) throw new Error(`no story about ${name}`);
  return found;
}
