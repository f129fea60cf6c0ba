// `npm start` as an operator meets it: clean stop, data found again, a second start refused, a crash survived.
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshPlace, startProduct } from './support/product.ts';
import type { Product } from './support/product.ts';

let place: Awaited<ReturnType<typeof freshPlace>>;
let product: Product;

beforeAll(async () => {
  place = await freshPlace();
});
afterAll(async () => {
  await product.stop();
  place.remove();
});

const statusOf = async (path: string) => (await fetch(new URL(path, product.address))).status;

describe('npm start', () => {
  it('prints the address of the citizen pages first of all addresses, and serves them', async () => {
    product = await startProduct(place.env);
    expect(/https?:\/\/\S+/.exec(product.printed())?.[0]).toBe(product.address);
    const answer = await fetch(product.address);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
    expect(product.printed()).toContain('导入示例人物');
  });

  it('refuses a second start on the same data with a sentence, and the first goes on', async () => {
    await expect(startProduct(place.env)).rejects.toThrow(/另一个共济程序（进程 \d+）正在使用/);
    expect(await statusOf('/health/ready')).toBe(200);
  });

  it('names a port that another program uses', async () => {
    const other = await freshPlace();
    const blocker = createServer();
    await new Promise<void>((done) => blocker.listen(Number(other.env.PORT), '127.0.0.1', done));
    await expect(startProduct(other.env)).rejects.toThrow(new RegExp(`${other.env.PORT}`));
    await new Promise((done) => blocker.close(done));
    other.remove();
  });

  it('stops cleanly at Ctrl-C and finds the data again', async () => {
    await product.stop('SIGINT');
    expect(product.printed()).toContain('正在停止');
    product = await startProduct(place.env);
    expect(await statusOf('/health/ready')).toBe(200);
    expect(product.printed()).not.toContain('导入示例人物');
  });

  it('leaves nothing running when npm alone is told to end', async () => {
    await product.stop('SIGTERM', 'npm');
    expect(product.printed()).toContain('正在停止');
    product = await startProduct(place.env);
    expect(await statusOf('/health/ready')).toBe(200);
  });

  it('recovers after every process of it was killed', async () => {
    await product.stop('SIGKILL');
    product = await startProduct(place.env);
    expect(await statusOf('/health/ready')).toBe(200);
  });
});
