// The command that runs the simulators: all of them, or the one that is named.
import { fstatSync } from 'node:fs';
import { z } from 'zod';
import type { RunningPart } from './http/listen.ts';
import { partNames, startPart } from './start.ts';
import type { PartName } from './start.ts';

const partTitles: Record<PartName, string> = {
  identity: '医保电子凭证',
  registry: '户籍与参保登记',
  tax: '税务局',
  cash: '现金支付渠道',
  sms: '短信网关',
  hospital: '医院信息系统',
};

const Environment = z.object({
  OUTSIDE_BASE_PORT: z.coerce.number().int().min(1).max(65_000).default(7301),
  PUBLIC_URL: z.url().default('http://localhost:7300'),
  OUTSIDE_DATA: z.string().min(1).default('.data/outside'),
  OUTSIDE_DAY: z.iso.date().optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
});

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

const asked = process.argv[2] ?? 'all';
const names = asked === 'all' ? partNames : partNames.filter((name) => name === asked);
if (names.length === 0) fail(`没有叫“${asked}”的模拟服务，可以写：all、${partNames.join('、')}`);

const environment = Environment.safeParse(process.env);
if (!environment.success) {
  const issue = environment.error.issues[0];
  fail(`环境变量 ${issue?.path.join('.') ?? ''} 不对：${issue?.message ?? ''}`);
}
const { data } = environment;

const running: RunningPart[] = [];
let isStopping = false;
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await Promise.allSettled(running.map((part) => part.close()));
  process.exit(0);
}

process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
// A parent that dies closes its end of the channel or pipe; then nobody needs the simulators any more.
process.on('disconnect', () => void stop());
if (isPipe(0)) {
  process.stdin.on('end', () => void stop());
  process.stdin.on('error', () => void stop());
  process.stdin.resume();
}

for (const name of names) {
  try {
    const part = await startPart(name, {
      basePort: data.OUTSIDE_BASE_PORT,
      publicUrl: data.PUBLIC_URL.replace(/\/$/, ''),
      dataDirectory: data.OUTSIDE_DATA,
      day: data.OUTSIDE_DAY,
      clientSecret: data.OIDC_CLIENT_SECRET,
    });
    running.push(part);
    process.stdout.write(`${name} ${partTitles[name]} ${part.url}\n`);
  } catch (error) {
    fail(`${partTitles[name]}没有启动：${error instanceof Error ? error.message : String(error)}`);
  }
}

function isPipe(descriptor: number): boolean {
  try {
    const status = fstatSync(descriptor);
    return status.isFIFO() || status.isSocket();
  } catch {
    return false;
  }
}
