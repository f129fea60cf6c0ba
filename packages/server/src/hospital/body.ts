// The body of a request, read whole whatever its content type says, up to a size.
import type { IncomingMessage } from 'node:http';

/** Largest message, in bytes. */
const limitBytes = 4 * 1024 * 1024;
/** So much more is passed over before the line is cut, so that the sender still gets its answer, in bytes. */
const patienceBytes = 32 * 1024 * 1024;

/** The text (UTF-8), or undefined when it is too large. Rejects when the line breaks. */
export function readBody(request: IncomingMessage): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limitBytes) chunks.push(chunk);
      else chunks = [];
      if (length > patienceBytes) request.destroy(new Error('The body is far too large'));
    });
    request.on('end', () =>
      resolve(length > limitBytes ? undefined : Buffer.concat(chunks).toString('utf8')),
    );
    request.on('error', reject);
    request.on('close', () => reject(new Error('The line broke')));
  });
}
