// Runs the simulators of the outside world as one child process, for as long as the product runs.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root.mjs';

/**
 * Starts them on the five ports after `port`; resolves when all of them answer.
 * @returns {Promise<{ stop(): Promise<void> }>} rejects with a sentence when one can't start
 */
export function startOutside({ port, publicUrl, dataDirectory }) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'packages/outside/src/main.ts', 'all'], {
    cwd: root,
    env: {
      ...process.env,
      OUTSIDE_BASE_PORT: String(port + 1),
      PUBLIC_URL: publicUrl,
      OUTSIDE_DATA: join(dataDirectory, 'outside'),
    },
    // Its standard input is a pipe of ours: when this process ends, however it ends, the pipe closes and it ends too.
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  const ended = new Promise((done) => child.once('close', done));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return new Promise((done, fail) => {
    let ready = 0;
    let problem = '';
    child.stderr.on('data', (chunk) => (problem += chunk));
    child.stdout.on('data', (chunk) => {
      ready += String(chunk).split('\n').length - 1;
      if (ready >= 5) done({ stop });
    });
    void ended.then(() => fail(new Error(problem.trim() || '模拟的外部系统没有启动。')));
  });
}
