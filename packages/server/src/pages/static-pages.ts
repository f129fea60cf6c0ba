// Serves the built pages: the citizen app at the root, the staff app under /staff/, each with its own routes in the browser.
import { existsSync } from 'node:fs';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono, MiddlewareHandler } from 'hono';
import type { Environment } from '../edge/environment.ts';
import { messagePage } from './message-page.ts';

/** Files under assets/ carry their content's hash in their name, so they never change. */
const forever = 'public, max-age=31536000, immutable';

const notBuilt = messagePage({
  title: '页面还没有准备好',
  text: '这台机器上还没有生成网页文件。请在项目目录运行 npm start，它会先生成网页再启动。',
  link: { href: '/', label: '刷新' },
});

const notFound = messagePage({
  title: '没有这个页面',
  text: '请检查地址，或从首页重新进入。',
  link: { href: '/', label: '回到首页' },
});

function pagesAt(app: Hono<Environment>, prefix: '/' | '/staff/', directory: string): void {
  const name: MiddlewareHandler<Environment> = async (request, next) => {
    request.set('route', `pages ${prefix}`);
    await next();
    const hashed = request.req.path.startsWith(`${prefix}assets/`) && request.res.ok;
    request.header('cache-control', hashed ? forever : 'no-cache');
  };
  if (!existsSync(directory)) {
    app.get(`${prefix}*`, name, (request) => request.html(notBuilt, 503));
    return;
  }
  app.get(
    `${prefix}*`,
    name,
    serveStatic<Environment>({
      root: directory,
      rewriteRequestPath: (path) => path.slice(prefix.length - 1),
    }),
    // A name with a dot is a file that is not there; any other address is a page inside the app.
    async (request, next) =>
      request.req.path.slice(request.req.path.lastIndexOf('/')).includes('.')
        ? request.html(notFound, 404)
        : next(),
    serveStatic<Environment>({ root: directory, path: 'index.html' }),
  );
}

/** Registered last: everything that no other route took. */
export function staticPages(app: Hono<Environment>, directories: { citizen: string; staff: string }): void {
  app.get('/staff', (request) => request.redirect('/staff/', 301));
  pagesAt(app, '/staff/', directories.staff);
  pagesAt(app, '/', directories.citizen);
}
