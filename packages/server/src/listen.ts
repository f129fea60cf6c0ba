// The listening socket: taken first, so that a port in use is named before anything else starts, and given back cleanly.
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StartProblem } from './start-problem.ts';

/** After so long a stop no longer waits for requests under way, in ms. */
const patienceMs = 10_000;
/** A request's headers must have come after so long, in ms. */
const headersTimeoutMs = 20_000;
/** A request's body must have come after so long, in ms: photos come over slow lines. */
const requestTimeoutMs = 120_000;

export interface Listening {
  port: number;
  /** From now on requests are answered by `listener`; before, they are told to come again. */
  serve(listener: RequestListener): void;
  /** Takes no new requests and waits for those under way. */
  close(): Promise<void>;
}

const notYet: RequestListener = (_, response) => {
  response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '2' });
  response.end('共济正在启动，请稍后再试。\n');
};

function listenOn(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        reject(
          new StartProblem(
            `端口 ${port} 已被别的程序占用。请停掉那个程序，或用环境变量 PORT 换一个端口，例如 PORT=${port + 100} npm start。`,
          ),
        );
      } else if (error.code === 'EACCES') {
        reject(new StartProblem(`没有权限使用端口 ${port}。请用环境变量 PORT 换一个 1024 以上的端口。`));
      } else reject(error);
    });
    server.listen(port, host, resolve);
  });
}

/** @throws StartProblem when the port is in use or not allowed. */
export async function listen(host: string, port: number): Promise<Listening> {
  let current = notYet;
  const server = createServer({ headersTimeout: headersTimeoutMs, requestTimeout: requestTimeoutMs });
  server.on('request', (request, response) => current(request, response));
  await listenOn(server, host, port);
  return {
    port: (server.address() as AddressInfo).port,
    serve(listener) {
      current = listener;
    },
    close() {
      const timer = setTimeout(() => server.closeAllConnections(), patienceMs);
      return new Promise((resolve) => {
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
        server.closeIdleConnections();
      });
    },
  };
}
