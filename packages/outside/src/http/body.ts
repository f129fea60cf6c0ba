// Reads a JSON body against a schema; a wrong one is answered with the field's name.
import type { Context } from 'hono';
import type { z } from 'zod';

export type ReadBody<Value> = { ok: true; value: Value } | { ok: false; reason: string };

export async function readBody<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
): Promise<ReadBody<z.output<Schema>>> {
  let raw: unknown;
  try {
    raw = await context.req.json();
  } catch {
    return { ok: false, reason: '请求不是 JSON' };
  }
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { ok: true, value: parsed.data };
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.') ?? '';
  return {
    ok: false,
    reason: `请求的字段不对：${field ? `${field}：` : ''}${issue?.message ?? '不认识的内容'}`,
  };
}
