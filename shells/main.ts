// Builds both shells for the address in GONGJI_SHELL_SERVER (default: this machine's `npm start`).
import { join } from 'node:path';
import { buildShell, hostNames } from './build.ts';

const server = (process.env['GONGJI_SHELL_SERVER'] ?? 'http://localhost:7300').replace(/\/+$/, '');
for (const host of hostNames) {
  const folder = join(import.meta.dirname, host, 'dist');
  await buildShell(host, { server, folder });
  process.stdout.write(`${host}: ${folder}\n`);
}
