// A process that dies at a chosen moment: from then on none of its statements and calls gets through.
import type { Pool, PoolClient } from 'pg';
import type { Ports } from '../src/index.ts';

class Crash extends Error {}

/** Counts every statement and every outside call; number `diesAt` is still done, but its answer is never learnt. */
export function mortal(diesAt: number) {
  let moment = 0;
  const isDead = () => moment >= diesAt;
  async function live<Value>(act: () => Promise<Value>): Promise<Value> {
    if (isDead()) throw new Crash('the process is dead');
    moment += 1;
    const result = await act();
    if (isDead()) throw new Crash('the process dies before it learns the answer');
    return result;
  }

  function query(target: Pool | PoolClient): (...given: unknown[]) => Promise<unknown> {
    const send = target.query.bind(target) as (...given: unknown[]) => Promise<unknown>;
    return (...given) => live(() => send(...given));
  }

  const proxyOf = <Target extends object>(target: Target, over: object): Target =>
    new Proxy(target, {
      get(of, name) {
        if (name in over) return Reflect.get(over, name) as unknown;
        const own = Reflect.get(of, name) as unknown;
        return typeof own === 'function' ? (own.bind(of) as unknown) : own;
      },
    });

  return {
    isDead,
    pool: (pool: Pool): Pool =>
      proxyOf(pool, {
        query: query(pool),
        connect: async () => {
          if (isDead()) throw new Crash('the process is dead');
          const client = await pool.connect();
          return proxyOf(client, {
            query: query(client),
            // A dead process does not give its connection back: the server rolls back what was open.
            release: (broken?: Error | boolean) => client.release(isDead() ? true : broken),
          });
        },
      }),
    ports: (ports: Ports): Ports => {
      const wrap = <Port extends object>(port: Port): Port =>
        new Proxy(port, {
          get: (of, name) => {
            const own = Reflect.get(of, name) as unknown;
            if (typeof own !== 'function') return own;
            return (...given: unknown[]) =>
              live(async () => (own as (...all: unknown[]) => Promise<unknown>).apply(of, given));
          },
        });
      return { ...ports, taxBureau: wrap(ports.taxBureau), cashChannel: wrap(ports.cashChannel) };
    },
  };
}
