// Promises of the command: it says when each part is ready, and it ends with its parent.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const dataDirectory = mkdtempSync(join(tmpdir(), 'outside-main-'));
afterAll(() => rmSync(dataDirectory, { recursive: true }));

const root = fileURLToPath(new URL('../../../', import.meta.url));

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function launch(part: string, port: number) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'packages/outside/src/main.ts', part], {
    cwd: root,
    env: { ...process.env, OUTSIDE_BASE_PORT: String(port), OUTSIDE_DATA: dataDirectory },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let [output, errors] = ['', ''];
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const ready = new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('\n')) resolve(output);
    });
  });
  const ended = new Promise<{ code: number | null; errors: string }>((resolve) => {
    child.on('exit', (code) => resolve({ code, errors }));
  });
  return { child, ready, ended };
}

test('a part says its address when it is ready, and stops cleanly on SIGTERM', async () => {
  const port = await freePort();
  const { child, ready, ended } = launch('identity', port);
  expect(await ready).toBe(`identity 医保电子凭证 http://localhost:${port}\n`);
  child.kill('SIGTERM');
  expect(await ended).toEqual({ code: 0, errors: '' });
});

test('it ends when its parent closes the pipe', async () => {
  const { child, ready, ended } = launch('sms', await freePort());
  await ready;
  child.stdin.end();
  expect((await ended).code).toBe(0);
});

test('a port in use and an unknown part are named in one sentence', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as AddressInfo;
  // The registry takes the port after the base port.
  const refused = await launch('registry', port - 1).ended;
  expect(refused.code).toBe(2);
  expect(refused.errors).toMatch(new RegExp(`^户籍与参保登记没有启动：端口 ${port} 已被.*\\n$`));
  await new Promise((resolve) => taken.close(resolve));
  const unknown = await launch('bank', port).ended;
  expect(unknown).toMatchObject({ code: 2, errors: expect.stringContaining('bank') as string });
});
