// Runs a command as a child process and answers its exit status and, when asked, what it printed.
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { root } from './root.mjs';

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ quiet?: boolean, logFile?: string, env?: Record<string, string> }} [options] quiet: gather the output
 *   instead of showing it
 * @returns {Promise<{ status: number, output: string }>} status 127 when the command can't be started
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...options.env },
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    let output = '';
    const log = options.logFile ? createWriteStream(options.logFile) : undefined;
    const gather = (chunk) => {
      output += chunk;
      log?.write(chunk);
    };
    child.stdout?.on('data', gather);
    child.stderr?.on('data', gather);
    child.on('error', (error) => resolve({ status: 127, output: `${output}${error.message}` }));
    child.on('close', (status) => {
      log?.end();
      resolve({ status: status ?? 1, output });
    });
  });
}
