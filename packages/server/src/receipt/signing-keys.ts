// The keys that sign receipts: from the environment, or made once and kept beside the data.
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { StartProblem } from '../start-problem.ts';
import type { SigningKeys } from './code.ts';

const KeyFile = z
  .object({ active: z.string(), keys: z.record(z.string().regex(/^\w{1,20}$/), z.string()) })
  .refine(({ active, keys }) => active in keys);

/**
 * `GONGJI_RECEIPT_KEYS` (JSON: `active`, and `keys` with Ed25519 private keys as PKCS #8 in base64 by id) if set, else
 * `<dataDirectory>/receipt-keys.json` (mode 0600), made on first use. Older keys stay in `keys`, so that papers they signed
 * are still accepted. @throws StartProblem
 */
export function loadSigningKeys(
  dataDirectory: string,
  environment: Record<string, string | undefined> = process.env,
): SigningKeys {
  const given = environment['GONGJI_RECEIPT_KEYS']?.trim();
  if (given) return parse(given, '环境变量 GONGJI_RECEIPT_KEYS');
  const file = join(dataDirectory, 'receipt-keys.json');
  return parse(read(file) ?? make(dataDirectory, file), file);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new StartProblem(`无法读取凭证签名密钥 ${file}：请检查文件的权限。`);
  }
}

/** Written aside and linked into place, so that the file appears whole and never replaces another. */
function make(dataDirectory: string, file: string): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  const fresh = `${file}.${process.pid}`;
  mkdirSync(dataDirectory, { recursive: true });
  writeFileSync(fresh, JSON.stringify({ active: 'r1', keys: { r1: key } }, undefined, 2), { mode: 0o600 });
  try {
    linkSync(fresh, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(fresh, { force: true });
  }
  return readFileSync(file, 'utf8');
}

function parse(text: string, source: string): SigningKeys {
  try {
    const { active, keys } = KeyFile.parse(JSON.parse(text));
    const accepted = new Map(
      Object.entries(keys).map(([id, key]) => [
        id,
        createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' }),
      ]),
    );
    const key = accepted.get(active);
    if (!key || [...accepted.values()].some((each) => each.asymmetricKeyType !== 'ed25519'))
      throw new Error('not an Ed25519 key');
    return { active: { id: active, key }, accepted };
  } catch {
    throw new StartProblem(
      `${source} 中的凭证签名密钥不正确：应为 {"active":"r1","keys":{"r1":"…"}}，每个密钥是 PKCS #8 格式 Ed25519 私钥的 base64。`,
    );
  }
}
