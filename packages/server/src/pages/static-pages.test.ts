// The built pages: found, cached and never mixed up with the API.
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp } from '../../test/kit.ts';
import type { TestApp } from '../../test/kit.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp({});
});
afterAll(() => app.close());

async function get(path: string, headers: Record<string, string> = {}) {
  const response = await app.app.request(path, { headers });
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    cache: response.headers.get('cache-control'),
    encoding: response.headers.get('content-encoding'),
    text: await response.text(),
  };
}

test('the root and every page inside the citizen app answer its index, not to be cached', async () => {
  for (const path of ['/', '/bind/new', '/premiums/pay_1', '/index.html']) {
    expect(await get(path)).toMatchObject({ status: 200, cache: 'no-cache' });
    expect((await get(path)).text).toContain('citizen');
    expect((await get(path)).type).toContain('text/html');
  }
});

test('the staff app has its own index under /staff/', async () => {
  for (const path of ['/staff/', '/staff/reviews/app_1']) {
    expect((await get(path)).text).toContain('/staff');
  }
  expect((await app.app.request('/staff')).headers.get('location')).toBe('/staff/');
});

test('files with a hash in their name are kept for a year and sent compressed', async () => {
  const script = await get('/assets/index-a1b2.js', { 'accept-encoding': 'gzip' });
  expect(script).toMatchObject({ status: 200, encoding: 'gzip' });
  expect(script.cache).toBe('public, max-age=31536000, immutable');
  expect(script.type).toContain('javascript');
  expect((await get('/staff/assets/index-a1b2.js')).status).toBe(200);
});

test('a file that is not there is a page that says so, not the index', async () => {
  for (const path of ['/assets/gone-1234.js', '/favicon.ico', '/../package.json', '/%2e%2e/package.json']) {
    const found = await get(path);
    expect(found.text, path).not.toContain('"workspaces"');
    if (!path.includes('package')) expect(found).toMatchObject({ status: 404 });
  }
});

test('without built pages a page says what to do', async () => {
  const other = await openTestApp({}, { pages: { citizen: '/nowhere/a', staff: '/nowhere/b' } });
  const response = await other.app.request('/');
  expect(response.status).toBe(503);
  expect(await response.text()).toContain('npm start');
  await other.close();
});

test('HEAD is answered', async () => {
  expect((await app.app.request('/', { method: 'HEAD' })).status).toBe(200);
  rmSync(app.parts.pages.staff, { recursive: true });
});
