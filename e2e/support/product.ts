// Starts the product as a user does (`npm start`) on free ports with a data folder of its own, and stops it with Ctrl-C's signal.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    address: string;
  }
}

const root = resolve(import.meta.dirname, '../..');
/** The product's own port and those of the simulators. */
const portsNeeded = 7;

const isFree = (port: number) =>
  new Promise<boolean>((done) => {
    const probe = createServer();
    probe.once('error', () => done(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => done(true)));
  });

async function freePorts(): Promise<number> {
  for (let port = 21_000 + (process.pid % 500) * 20; ; port += portsNeeded) {
    const free = await Promise.all(Array.from({ length: portsNeeded }, (_, index) => isFree(port + index)));
    if (free.every(Boolean)) return port;
  }
}

export interface Product {
  address: string;
  /** Everything printed so far. */
  printed(): string;
  /** As Ctrl-C does, to all its processes; or to npm alone, as a service manager or a script does. */
  stop(signal?: NodeJS.Signals, to?: 'all' | 'npm'): Promise<number | null>;
}

/** Starts the product; resolves when it has printed its address; rejects with what it printed when it ends before. */
export async function startProduct(env: Record<string, string>): Promise<Product> {
  const child = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let printed = '';
  const ended = new Promise<number | null>((done) => child.once('close', (status) => done(status)));
  const address = await new Promise<string>((done, fail) => {
    const gather = (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /(http:\/\/localhost:\d+\/)\n/.exec(printed)?.[1];
      if (found) done(found);
    };
    child.stdout.on('data', gather);
    child.stderr.on('data', gather);
    void ended.then((status) => fail(new Error(`npm start ended with ${status}:\n${printed}`)));
  });
  return {
    address,
    printed: () => printed,
    stop: (signal = 'SIGINT', to = 'all') => {
      if (child.pid !== undefined && child.exitCode === null) {
        process.kill(to === 'all' ? -child.pid : child.pid, signal);
      }
      return ended;
    },
  };
}

/** A fresh data folder and free ports, as environment variables of `npm start`. */
export async function freshPlace(): Promise<{ env: Record<string, string>; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'gongji-e2e-'));
  // As root the database runs as another user, who must be able to enter; its own files inside stay closed to others.
  chmodSync(folder, 0o755);
  return {
    env: { PORT: String(await freePorts()), GONGJI_DATA: folder },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export default async function setup(project: TestProject) {
  const place = await freshPlace();
  const product = await startProduct(place.env);
  project.provide('address', product.address);
  return async () => {
    await product.stop();
    place.remove();
  };
}
