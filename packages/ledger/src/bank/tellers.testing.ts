// Several server processes on one database, each replaced when it is killed; a command is sent until somebody answers it.
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command, Outcome } from '../index.ts';

type Reply = 'ready' | { number: number; outcome?: Outcome; fault?: string };

interface Teller {
  process: ChildProcess;
  isReady: boolean;
  waiting: Map<number, (outcome: Outcome | undefined) => void>;
}

export function startTellers(count: number, firstUrl: string) {
  let url = firstUrl;
  const tellers: Teller[] = [];
  const seen = { killed: 0, unanswered: 0 };
  let isOver = false;
  let serial = 0;

  function start(place: number): void {
    const process = fork(new URL('./teller.testing.ts', import.meta.url), [url], {
      execArgv: ['--import', 'tsx'],
      serialization: 'advanced',
    });
    const teller: Teller = { process, isReady: false, waiting: new Map() };
    tellers[place] = teller;
    process.on('message', (reply: Reply) => {
      if (reply === 'ready') teller.isReady = true;
      else {
        teller.waiting.get(reply.number)?.(reply.outcome);
        teller.waiting.delete(reply.number);
      }
    });
    process.on('error', () => undefined);
    process.on('exit', () => {
      teller.isReady = false;
      for (const unanswered of teller.waiting.values()) unanswered(undefined);
      if (!isOver) start(place);
    });
  }
  for (let place = 0; place < count; place += 1) start(place);

  /** Undefined when no answer came: dead, or a fault. */
  function ask(teller: Teller, command: Command): Promise<Outcome | undefined> {
    const number = (serial += 1);
    return new Promise((resolve) => {
      teller.waiting.set(number, resolve);
      teller.process.send({ number, command }, (error) => {
        if (error) resolve(undefined);
      });
    });
  }

  return {
    seen,
    /** Sends the command, with its one key, to one process after the other until it is answered. */
    async submit(command: Command): Promise<Outcome> {
      for (let attempt = Math.floor(Math.random() * count); ; attempt += 1) {
        const teller = tellers[attempt % count];
        const outcome = teller?.isReady ? await ask(teller, command) : undefined;
        if (outcome) return outcome;
        if (teller?.isReady !== false) seen.unanswered += 1;
        await sleep(10 + Math.random() * 40);
      }
    },
    /** The database came back at another address: all processes start anew. */
    moveTo(newUrl: string): void {
      url = newUrl;
      for (const { process } of tellers) process.kill('SIGKILL');
    },
    kill(): void {
      const ready = tellers.filter(({ isReady }) => isReady);
      const victim = ready[Math.floor(Math.random() * ready.length)];
      if (victim?.process.kill('SIGKILL')) seen.killed += 1;
    },
    /** Resolves when all have ended. */
    async close(): Promise<void> {
      isOver = true;
      await Promise.all(
        tellers.map(
          ({ process }) =>
            new Promise<void>((resolve) => {
              if (process.exitCode !== null || process.signalCode !== null) resolve();
              process.once('exit', () => resolve());
              process.kill('SIGKILL');
            }),
        ),
      );
    },
  };
}
