// Runs one operation of a simulator, unless an ordered fault makes it refuse, fail, dawdle or fall silent.
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import { readBody } from '../http/body.ts';
import type { FaultList } from './fault-list.ts';

export interface Reply {
  status: ContentfulStatusCode;
  /** A text is sent as a CSV file. */
  body: object | string;
}

export const reply = (body: object | string, status: ContentfulStatusCode = 200): Reply => ({ status, body });

export interface Operation<Body> {
  name: string;
  /** Does the thing and remembers it before it returns. */
  act: (body: Body) => Reply;
  /** What the part answers when it is told to refuse. */
  refuse: (body: Body) => Reply;
}

const slowMs = 3_000;

/** An operation whose request has a JSON body; a wrong body is answered 400 before any fault is met. */
export async function runWithBody<Schema extends z.ZodType>(
  context: Context,
  faults: FaultList,
  schema: Schema,
  operation: Operation<z.output<Schema>>,
): Promise<Response> {
  const body = await readBody(context, schema);
  if (!body.ok) return context.json({ reason: body.reason }, 400);
  return run(context, faults, body.value, operation);
}

/** An operation without a body, such as an inquiry. */
export async function run<Body>(
  context: Context,
  faults: FaultList,
  body: Body,
  operation: Operation<Body>,
): Promise<Response> {
  const answer = ({ body: answerBody, status }: Reply) =>
    typeof answerBody === 'string'
      ? context.body(answerBody, status, { 'content-type': 'text/csv; charset=utf-8' })
      : context.json(answerBody, status);
  const fault = faults.take(operation.name, idNumbersOf(body));
  switch (fault?.fault) {
    case undefined:
      return answer(operation.act(body));
    case 'refuse':
      return answer(operation.refuse(body));
    case 'error':
      return context.json({ reason: '系统繁忙' }, 500);
    case 'slow':
      await sleep(fault.delayMs ?? slowMs);
      return answer(operation.act(body));
    case 'silent-before':
      return silence(context);
    case 'silent-after':
      operation.act(body);
      return silence(context);
    case 'row-missing':
    case 'row-extra':
    case 'row-different':
    case 'row-late':
      throw new Error('a fault of a row meets no call');
  }
}

/** Never answers: waits until the caller gives up and hangs up. */
async function silence(context: Context): Promise<Response> {
  const { signal } = context.req.raw;
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve));
  return context.body(null, 408);
}

function idNumbersOf(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([field, value]) =>
    /idNumber$/i.test(field) && typeof value === 'string' ? [value] : [],
  );
}
