// The HTTP application: middlewares in their order, then the routes, then the pages.
import type { FieldCipher } from '@gongji/database';
import { refuse } from '@gongji/service';
import { Hono } from 'hono';
import type { Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import { eventsPath, photosPath } from '@gongji/contract';
import { bridgeRoutes } from './bridge/routes.ts';
import type { Environment } from './edge/environment.ts';
import { observe } from './edge/observe.ts';
import type { Parts } from './edge/parts.ts';
import { sendFault, sendRefusal } from './edge/refusal.ts';
import { streamEvents } from './events/stream.ts';
import { openApiDocument } from './operation/openapi.ts';
import { readFinanceExport } from './finance-export/read-export.ts';
import { operationRoutes } from './operation/routes.ts';
import { staticPages } from './pages/static-pages.ts';
import { addPhoto } from './photo/add-photo.ts';
import { readPromise } from './paper/read-promise.ts';
import { readPhoto } from './photo/read-photo.ts';
import { readUsages } from './usage-export/read-usages.ts';
import { readReceipts } from './receipt/read-receipts.ts';
import { routes } from './routes.ts';
import { signInRoutes } from './sign-in/routes.ts';

/** Largest body of a request that is no photo, in bytes. */
const bodyLimitBytes = 1024 * 1024;

/** The addresses of `windowPhotosPath`. */
const windowPhotos = /^\/api\/staff\/window\/people\/[A-Za-z0-9]+\/photos$/;
/** Where a native shell sends photos. */
const shellPhotosPath = '/api/bridge/photos';

const self = "'self'";
const none = "'none'";
/** The script that a host's web view needs to reach its native pages; allowed there only. */
function hostScript(request: HonoContext): string {
  const agent = request.req.header('user-agent') ?? '';
  if (/MicroMessenger/i.test(agent)) return 'https://res.wx.qq.com/open/js/jweixin-1.6.0.js';
  return /AliApp/i.test(agent) ? 'https://appx/web-view.min.js' : self;
}
const contentSecurityPolicy = {
  defaultSrc: [self],
  imgSrc: [self, 'data:', 'blob:'],
  styleSrc: [self, "'unsafe-inline'"],
  scriptSrc: [self, hostScript],
  objectSrc: [none],
  baseUri: [none],
  formAction: [self],
  frameAncestors: [none],
};

function middlewares(app: Hono<Environment>, parts: Parts): void {
  const https = parts.publicUrl.startsWith('https:');
  app.use(requestId({ headerName: 'x-request-id' }));
  app.use(observe(parts));
  app.use(
    secureHeaders({
      contentSecurityPolicy,
      xFrameOptions: 'DENY',
      referrerPolicy: 'same-origin',
      strictTransportSecurity: https,
    }),
  );
  const compressed = compress();
  // Event streams must not be held back, and institutions sit on fast lines: packing their answers costs more than it saves.
  const isPlain = (path: string): boolean => path === eventsPath || path.startsWith('/api/till/');
  app.use(async (request, next) => (isPlain(request.req.path) ? next() : compressed(request, next)));
  app.use('/api/*', async (request, next) => {
    await next();
    if (!request.res.headers.has('cache-control')) request.header('cache-control', 'no-store');
  });
  const limited = bodyLimit({
    maxSize: bodyLimitBytes,
    onError: (request) => sendRefusal(request, refuse('too-large', { limit: '1 MB' })),
  });
  const isPhoto = (path: string): boolean =>
    path === photosPath || path === shellPhotosPath || windowPhotos.test(path);
  app.use(async (request, next) => (isPhoto(request.req.path) ? next() : limited(request, next)));
}

/** @param cipher encrypts the sign-in under way that a browser carries. */
export function createApp(parts: Parts, cipher: FieldCipher): Hono<Environment> {
  const app = new Hono<Environment>();
  middlewares(app, parts);
  for (const route of routes) route.register(app, parts);
  addPhoto(app, parts);
  readPhoto(app, parts);
  readPromise(app, parts);
  readReceipts(app, parts);
  readUsages(app, parts);
  readFinanceExport(app, parts);
  streamEvents(app, parts);
  signInRoutes(app, parts, cipher);
  bridgeRoutes(app, parts);
  operationRoutes(app, parts);
  const document = openApiDocument(parts.publicUrl);
  app.get('/api/openapi.json', (request) => {
    request.set('route', '/api/openapi.json');
    return request.json(document);
  });
  app.all('/api/*', (request) => sendRefusal(request, refuse('not-found')));
  staticPages(app, parts.pages);
  app.notFound((request) => sendRefusal(request, refuse('not-found')));
  app.onError((error, request) => {
    if ('constraint' in error && error.constraint === 'day_is_sealed')
      return sendRefusal(request, refuse('day-closed', { day: parts.clock.now().today }));
    const reference = request.get('requestId');
    parts.log.error({ err: error, requestId: reference, route: request.get('route') }, 'a fault');
    return sendFault(request, reference);
  });
  return app;
}
