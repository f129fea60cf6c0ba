// Customers of the bank test: they move, hold, capture, doubt and reverse, often two of them the same thing at once.
import { isDeepStrictEqual } from 'node:util';
import type { AccountRef, Command, HoldId, JournalId, Outcome } from '../index.ts';

const areas = ['340500', '211200'] as const;
const at = new Date('2024-10-15T09:00:00+08:00');
const later = new Date('2024-10-15T11:00:00+08:00');
const openingFen = 10_000;

export const source: AccountRef = { area: areas[0], kind: 'contributions', owner: 'bank' };
export const suspense: AccountRef = { area: areas[0], kind: 'suspense', owner: 'bank' };
/** Two of three stand in the home area, so that a third of the entries spans areas. */
export const accounts: AccountRef[] = Array.from({ length: 12 }, (_, index) => ({
  ...{ area: areas[index % 3 === 0 ? 1 : 0], kind: 'personal', owner: `C${index}`, partYear: 2024 },
}));

/** What every customer was told, by key. */
export type History = Map<string, { command: Command; outcome: Outcome }>;

type Content<C> = C extends Command
  ? Omit<C, 'area' | 'key' | 'kind' | 'reference' | 'businessDate' | 'at'>
  : never;

export function createCustomers(submit: (command: Command) => Promise<Outcome>) {
  const history: History = new Map();
  const journals: JournalId[] = [];
  const wrongs: string[] = [];
  let serial = 0;
  const below = (count: number) => Math.floor(Math.random() * count);
  const oneOf = <Item>(items: readonly Item[]): Item => items[below(items.length)]!;

  async function ask(content: Content<Command>, key = `k${(serial += 1)}`, instant = at): Promise<Outcome> {
    const command = {
      ...{ area: areas[0], key, kind: 'bank', reference: key, businessDate: '2024-10-15', at: instant },
      ...content,
    } as Command;
    const outcome = await submit(command);
    history.set(key, { command, outcome });
    if (outcome.ok && 'journalId' in outcome && command.type !== 'reverse') journals.push(outcome.journalId);
    // An answer may have been lost on its way: the same key again gets the same answer, days later as well.
    if (below(10) === 0) {
      const again = await submit(command);
      if (!isDeepStrictEqual(again, outcome))
        wrongs.push(`${key} was answered ${JSON.stringify(outcome)} and ${JSON.stringify(again)}`);
    }
    return outcome;
  }

  const legs = (from: AccountRef, to: AccountRef, amountFen: number) => [
    { account: from, amountFen: -amountFen },
    { account: to, amountFen },
  ];

  async function hold(): Promise<void> {
    const account = oneOf(accounts);
    const amountFen = 2 + below(900);
    const held = await ask({ type: 'hold', legs: [{ account, amountFen }], expiresAt: later });
    if (!held.ok || !('holdId' in held)) return;
    const { holdId } = held;
    if (below(4) === 0) await ask({ type: 'doubt', holdId });
    const ends = [end(holdId, account, amountFen)];
    if (below(3) === 0) ends.push(end(holdId, account, amountFen));
    await Promise.all(ends);
  }

  function end(holdId: HoldId, account: AccountRef, amountFen: number): Promise<Outcome> {
    const to = oneOf(accounts);
    switch (below(5)) {
      case 0:
        return ask({ type: 'void', holdId });
      case 1:
        return ask({ type: 'expire', holdId }, undefined, later);
      case 2: {
        const partFen = 1 + below(amountFen);
        const part = [{ account, amountFen: partFen }];
        return ask({ type: 'capture', holdId, part, to: [{ account: to, amountFen: partFen }] });
      }
      default:
        return ask({ type: 'capture', holdId, to: [{ account: to, amountFen }], ifExpired: suspense });
    }
  }

  return {
    history,
    wrongs,
    open: () =>
      Promise.all(accounts.map((account) => ask({ type: 'post', legs: legs(source, account, openingFen) }))),
    /** One thing that a customer does, until it is answered. */
    async act(): Promise<void> {
      switch (below(8)) {
        case 0:
        case 1:
          return hold();
        case 2: {
          const journalId = journals[below(journals.length)];
          if (journalId === undefined) return;
          const rivals = below(2) === 0 ? [1, 2] : [1];
          await Promise.all(rivals.map(() => ask({ type: 'reverse', journalId })));
          return;
        }
        case 3: {
          // The same key with two contents at once: one of them is refused, for ever.
          const key = `k${(serial += 1)}`;
          const [one, other] = [1, 2].map((amountFen): Command => ({
            ...{
              type: 'post',
              area: areas[0],
              key,
              kind: 'bank',
              reference: key,
              businessDate: '2024-10-15',
              at,
            },
            legs: legs(accounts[0]!, accounts[1]!, amountFen),
          }));
          const [first, second] = await Promise.all([submit(one!), submit(other!)]);
          const isReused = (outcome: Outcome) =>
            !outcome.ok && outcome.reason === 'key-reused-with-other-content';
          if (isReused(first) === isReused(second)) wrongs.push(`${key} took both contents or none`);
          history.set(
            key,
            isReused(first) ? { command: other!, outcome: second } : { command: one!, outcome: first },
          );
          return;
        }
        default:
          await ask({ type: 'post', legs: legs(oneOf(accounts), oneOf(accounts), 1 + below(3_000)) });
      }
    },
  };
}
