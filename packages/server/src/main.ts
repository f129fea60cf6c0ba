// The server as a program: starts it, prints its address last, and stops it cleanly when told to.
import { DatabaseProblem } from '@gongji/database';
import { readConfig } from './config.ts';
import { serve } from './serve.ts';
import type { Running, StartOutside } from './serve.ts';
import { StartProblem } from './start-problem.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function fail(error: unknown): never {
  const isForOperator = error instanceof DatabaseProblem || error instanceof StartProblem;
  // What an operator can mend is one sentence; everything else is a fault and needs its trace.
  const text =
    error instanceof Error ? (isForOperator ? error.message : (error.stack ?? error.message)) : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

/** Runs until SIGINT or SIGTERM; then ends the process with 0, or with 1 when something could not be closed. */
export async function main(options: { startOutside?: StartOutside | undefined } = {}): Promise<void> {
  let running: Running | undefined;
  let isStopping = false;
  /** A stop that comes while the start is under way waits for it, so that no database is left running. */
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    say('正在停止');
    running?.stop().then(() => process.exit(0), fail);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    const config = readConfig(process.env);
    running = await serve({
      config,
      startOutside: options.startOutside,
      say,
      terminal: process.stderr,
      realNow: () => new Date(),
    });
    if (isStopping) await running.stop().then(() => process.exit(0), fail);
    say(`共济已启动，请打开 ${running.url}`);
  } catch (error) {
    fail(error);
  }
}
