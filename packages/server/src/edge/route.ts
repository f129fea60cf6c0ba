// One endpoint of the contract as a route: admit, read, call a service, answer by the contract's schema.
import { endpoints, idempotencyHeader, paths } from '@gongji/contract';
import type { Answer, EndpointName } from '@gongji/contract';
import { refuse } from '@gongji/service';
import type { Context, Result, Services } from '@gongji/service';
import type { Context as HonoContext, Hono } from 'hono';
import { admit } from './admit.ts';
import type { Who } from './admit.ts';
import { readBody } from './body.ts';
import type { BodyOf } from './body.ts';
import type { Environment } from './environment.ts';
import type { Parts } from './parts.ts';
import { sendRefusal } from './refusal.ts';

/** Names of the `{places}` in an endpoint's path. */
type PlacesOf<Path extends string> = Path extends `${string}{${infer Place}}${infer Rest}`
  ? Place | PlacesOf<Rest>
  : never;
type ParamsOf<Name extends EndpointName> = Record<PlacesOf<(typeof paths)[Name]['path']>, string>;

interface Call<Name extends EndpointName> {
  services: Services;
  context: Context;
  body: BodyOf<Name>;
  params: ParamsOf<Name>;
}
type Run<Name extends EndpointName, Extra = unknown> = (
  call: Call<Name> & Extra,
) => Promise<Result<Answer<Name>>>;
type Handler = (parts: Parts, request: HonoContext<Environment>) => Promise<Response>;

export interface Route {
  name: EndpointName;
  /** Undefined for an endpoint that looks after its session itself. */
  who: Who | undefined;
  register(app: Hono<Environment>, parts: Parts): void;
}

/** An endpoint whose handler does everything itself: for sessions, which services know nothing of. */
export function rawRoute(name: EndpointName, handle: Handler, who?: Who): Route {
  const { method, path } = paths[name];
  return {
    name,
    who,
    register(app, parts) {
      app.on(method, path.replaceAll(/\{(\w+)\}/g, ':$1'), async (request) => {
        request.set('route', path);
        return handle(parts, request);
      });
    },
  };
}

/** The answer, cut to what the contract names; a value that breaks the contract is a fault. */
export function sendAnswer<Name extends EndpointName>(
  request: HonoContext,
  name: Name,
  result: Result<Answer<Name>>,
): Response {
  if (!result.ok) return sendRefusal(request, result);
  return request.json(endpoints[name].answer.parse(result.value) as object);
}

/** The shape of every id that we give out; another text in the address cannot name a record. */
const idShape = /^[\w.-]{1,80}$/;
const keyShape = /^[\x21-\x7e]{1,128}$/;

async function callFor<Name extends EndpointName>(
  parts: Parts,
  request: HonoContext<Environment>,
  name: Name,
  who: Who,
): Promise<{ ok: true; value: Call<Name> } | Exclude<Result<never>, { ok: true }>> {
  const admitted = await admit(parts, request, who, name);
  if (!admitted.ok) return admitted;
  const params = request.req.param() as Record<string, string>;
  if (!Object.values(params).every((value) => idShape.test(value))) return refuse('not-found');
  const body = paths[name].method === 'GET' ? undefined : await readBody(request, name);
  if (body && !body.ok) return body;
  const context: Context = { ...parts.clock.now(), ...admitted.value };
  return {
    ok: true,
    value: {
      services: parts.services,
      context,
      body: (body?.value ?? {}) as BodyOf<Name>,
      params: params as ParamsOf<Name>,
    },
  };
}

/** An endpoint that changes nothing, or that may be repeated without harm. */
export function route<Name extends EndpointName>(name: Name, who: Who, run: Run<Name>): Route {
  return rawRoute(
    name,
    async (parts, request) => {
      const call = await callFor(parts, request, name, who);
      return sendAnswer(request, name, call.ok ? await run(call.value) : call);
    },
    who,
  );
}

/** An endpoint that changes something: it needs an idempotency key, so that it happens once. */
export function keyedRoute<Name extends EndpointName>(
  name: Name,
  who: Who,
  run: Run<Name, { key: string }>,
): Route {
  return rawRoute(
    name,
    async (parts, request) => {
      const call = await callFor(parts, request, name, who);
      if (!call.ok) return sendRefusal(request, call);
      const key = request.req.header(idempotencyHeader);
      if (key === undefined || !keyShape.test(key)) return sendRefusal(request, refuse('key-missing'));
      const { context } = call.value;
      const result = await run({ ...call.value, key });
      if (result.ok && context.actor.kind === 'person' && context.actor.helper)
        await parts.services.delegation.tellActed(context, context.actor.helper, key);
      return sendAnswer(request, name, result);
    },
    who,
  );
}
