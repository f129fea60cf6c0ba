// Starts one simulator on a loopback port and stops it with its hanging connections.
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RunningPart {
  /** Address without a slash at the end, e.g. `http://localhost:7302`. */
  url: string;
  port: number;
  close(): Promise<void>;
}

/**
 * Listens on 127.0.0.1; port 0 takes a free one. The handler is made when the address is known, because an issuer needs it.
 * Throws with a sentence when the port is taken.
 */
export async function listen(
  port: number,
  makeHandler: (url: string) => RequestListener | Promise<RequestListener>,
): Promise<RunningPart> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `端口 ${port} 已被别的程序占用。请停掉那个程序，或换一组端口（npm start 用 PORT，单独运行用 OUTSIDE_BASE_PORT）。`,
            )
          : error,
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  const actualPort = (server.address() as AddressInfo).port;
  const url = `http://localhost:${actualPort}`;
  server.on('request', await makeHandler(url));
  return {
    url,
    port: actualPort,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
