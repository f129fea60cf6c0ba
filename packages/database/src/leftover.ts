// Stops PostgreSQL servers: our own at the end, and one that a killed process left behind at the start.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from './log.ts';
import { commandLine, startMark } from './process-identity.ts';

const fastShutdownMs = 20_000;
const immediateShutdownMs = 10_000;

/** Fast shutdown (open transactions are rolled back), then, if it takes too long, immediate: PostgreSQL recovers from both. */
export async function stopServer(pid: number): Promise<void> {
  if (pid <= 0) return;
  if (!signal(pid, 'SIGINT') || (await ends(pid, fastShutdownMs))) return;
  if (!signal(pid, 'SIGQUIT') || (await ends(pid, immediateShutdownMs))) return;
  throw new Error(`PostgreSQL (process ${pid}) did not stop`);
}

/** Stops the server that still runs on this cluster though its starter is gone. The caller holds the claim on the directory. */
export async function stopLeftover(data: string, log: Log): Promise<void> {
  const pidFile = path.join(data, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
  // After a restart of the machine the id may belong to any process: only one that was started on this cluster is ours.
  if (!Number.isInteger(pid) || !commandLine(pid).includes(`-D ${data} `)) return;
  log(`上次没有正常停止，数据库（进程 ${pid}）仍在运行：先停止它，再恢复数据。`);
  await stopServer(pid);
}

function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    process.kill(pid, name);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

async function ends(pid: number, timeoutMs: number): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < timeoutMs; waitedMs += 10) {
    if (startMark(pid) === undefined) return true;
    await sleep(10);
  }
  return false;
}
