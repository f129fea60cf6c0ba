// Signing and cookie keys of the sample identity provider: made once, kept in the data directory, so that a restart keeps them.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Keys = z.object({
  signing: z.looseObject({ kty: z.literal('RSA'), kid: z.string() }),
  cookie: z.string(),
});
export type Keys = z.infer<typeof Keys>;

/** Without a directory the keys live as long as the process. */
export function loadKeys(directory: string | undefined): Keys {
  if (directory === undefined) return makeKeys();
  const file = join(directory, 'identity-keys.json');
  if (existsSync(file)) return Keys.parse(JSON.parse(readFileSync(file, 'utf8')));
  const keys = makeKeys();
  mkdirSync(directory, { recursive: true });
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
  return keys;
}

function makeKeys(): Keys {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const kid = randomBytes(8).toString('hex');
  return Keys.parse({
    signing: { ...privateKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' },
    cookie: randomBytes(32).toString('base64url'),
  });
}
