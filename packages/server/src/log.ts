// Logs: everything to a file as JSON lines, warnings to the terminal in a readable form, people's data masked in both.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import type { Logger } from 'pino';
import { prettyFactory } from 'pino-pretty';
import { redact, redactText } from './redact.ts';

export type Log = Logger;

const options: pino.LoggerOptions = {
  level: 'info',
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  // Errors are turned into plain, masked objects by `redact` before pino sees them.
  serializers: { err: (value: unknown) => value },
  formatters: { log: (object) => redact(object) as Record<string, unknown> },
  hooks: {
    logMethod(inputs, method) {
      method.apply(
        this,
        inputs.map((input: unknown) => (typeof input === 'string' ? redactText(input) : input)) as Parameters<
          typeof method
        >,
      );
    },
  },
};

/** A log without a terminal, for tests: every line goes to `write`. */
export function createLogTo(write: (line: string) => void): Log {
  return pino(options, { write });
}

/**
 * Opens the log.
 * @param directory where `gongji.log` is kept; made when absent.
 * @param terminal receives warnings and errors, one readable line each.
 */
export function createLog(directory: string, terminal: NodeJS.WritableStream): Log {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const pretty = prettyFactory({
    colorize: false,
    singleLine: true,
    translateTime: 'SYS:HH:MM:ss',
    errorLikeObjectKeys: [],
    // The trace is in the file.
    ignore: 'err.stack,err.cause',
  });
  const file = pino.destination({ dest: join(directory, 'gongji.log'), sync: false, mode: 0o600 });
  return pino(
    options,
    pino.multistream([
      { level: 'info', stream: file },
      { level: 'warn', stream: { write: (line: string) => void terminal.write(pretty(line)) } },
    ]),
  );
}
