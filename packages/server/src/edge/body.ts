// Reads and checks the content of a request against the contract.
import { Empty, endpoints } from '@gongji/contract';
import type { EndpointName } from '@gongji/contract';
import { done, refuse } from '@gongji/service';
import type { Result } from '@gongji/service';
import type { Context as HonoContext } from 'hono';
import type { z } from 'zod';
import { isAmount, issueText } from './issue-text.ts';

export type BodyOf<Name extends EndpointName> = z.output<(typeof endpoints)[Name]['body']>;

async function readJson(request: HonoContext): Promise<Result<unknown>> {
  const text = await request.req.text();
  const type = request.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    return refuse('bad-request', { what: '内容类型应为 application/json' });
  }
  // A text column cannot hold the character NUL.
  if (text.includes('\\u0000')) return refuse('bad-request', { what: '含有不能使用的字符' });
  try {
    return done(JSON.parse(text) as unknown);
  } catch {
    return refuse('bad-request', { what: '不是完整的 JSON' });
  }
}

/**
 * The body of a POST, checked. Endpoints without content accept no body at all.
 * A wrong amount is `amount-wrong`, everything else `bad-request`, each with the field.
 */
export async function readBody<Name extends EndpointName>(
  request: HonoContext,
  name: Name,
): Promise<Result<BodyOf<Name>>> {
  const schema: z.ZodType = endpoints[name].body;
  if (schema === Empty) return done({} as BodyOf<Name>);
  const json = await readJson(request);
  if (!json.ok) return json;
  const parsed = schema.safeParse(json.value, { reportInput: true });
  if (parsed.success) return done(parsed.data as BodyOf<Name>);
  const issue = parsed.error.issues[0];
  if (!issue) return refuse('bad-request', { what: '格式不对' });
  const { field, what } = issueText(issue);
  return refuse(isAmount(issue) ? 'amount-wrong' : 'bad-request', { what }, field);
}
