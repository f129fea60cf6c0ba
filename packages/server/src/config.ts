// The settings of one server, read from the environment once.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sampleClient } from '@gongji/sample';
import { z } from 'zod';
import { StartProblem } from './start-problem.ts';

export const repositoryRoot = fileURLToPath(new URL('../../../', import.meta.url));

export interface Config {
  host: string;
  port: number;
  /** The address that people and the identity provider see, without a slash at its end. */
  publicUrl: string;
  /** A PostgreSQL of one's own; null: the embedded one. */
  databaseUrl: string | null;
  dataDirectory: string;
  /** The set business day at first start, or null: the real calendar. */
  demoDate: string | null;
  /** Whether the sample world is brought in. */
  sample: boolean;
  /** What a reader of /metrics must send, or null: only this machine may read. */
  metricsToken: string | null;
  identity: { issuer: string; clientId: string; clientSecret: string };
  outside: { registry: string; taxBureau: string; cashChannel: string; sms: string; institutions: string };
}

const Port = z.coerce.number().int().min(1).max(65_529);
const HttpUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));
const PostgresUrl = z.url({ protocol: /^postgres(ql)?$/ });

/**
 * Reads the settings.
 * @throws StartProblem naming the first setting that cannot be used.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const read = <Value>(name: string, schema: z.ZodType<Value>, fallback: string, allowed: string): Value => {
    const found = environment[name]?.trim() || fallback;
    const parsed = schema.safeParse(found);
    if (parsed.success) return parsed.data;
    // A database address may hold a password.
    const shown = name === 'DATABASE_URL' ? '' : `“${found}”`;
    throw new StartProblem(`环境变量 ${name} 的值${shown}不能用：应是${allowed}。`);
  };
  const port = read('PORT', Port, '7300', '1 到 65529 之间的整数');
  const neighbour = (name: string, offset: number): string =>
    read(name, HttpUrl, `http://localhost:${port + offset}`, ' http 或 https 地址');
  const databaseUrl = environment['DATABASE_URL']?.trim()
    ? read('DATABASE_URL', PostgresUrl, '', ' postgres://用户:口令@主机:5432/库名 这样的地址')
    : null;
  const date = read(
    'GONGJI_DATE',
    z.union([z.iso.date(), z.literal('today')]),
    '2024-10-15',
    ' 2024-10-15 这样的日期，或 today',
  );
  const demoDate = date === 'today' ? null : date;
  const sample = read(
    'GONGJI_SAMPLE',
    z.enum(['yes', 'no']),
    databaseUrl !== null && demoDate === null ? 'no' : 'yes',
    ' yes 或 no',
  );
  return {
    host: environment['HOST']?.trim() || '127.0.0.1',
    port,
    publicUrl: neighbour('PUBLIC_URL', 0),
    databaseUrl,
    dataDirectory: environment['GONGJI_DATA']?.trim() || join(repositoryRoot, '.data'),
    demoDate,
    sample: sample === 'yes',
    metricsToken: environment['GONGJI_METRICS_TOKEN']?.trim() || null,
    identity: {
      issuer: neighbour('GONGJI_IDENTITY_URL', 1),
      clientId: environment['OIDC_CLIENT_ID']?.trim() || sampleClient.id,
      clientSecret: environment['OIDC_CLIENT_SECRET']?.trim() || sampleClient.secret,
    },
    outside: {
      registry: neighbour('GONGJI_REGISTRY_URL', 2),
      taxBureau: neighbour('GONGJI_TAX_URL', 3),
      cashChannel: neighbour('GONGJI_CASH_URL', 4),
      sms: neighbour('GONGJI_SMS_URL', 5),
      institutions: neighbour('GONGJI_INSTITUTIONS_URL', 6),
    },
  };
}
