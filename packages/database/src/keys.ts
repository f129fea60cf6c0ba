// The keys of field encryption: from the environment, or generated once and kept beside the data.
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseProblem } from './problem.ts';

export interface FieldKeys {
  /** Id of the key that encrypts; the others only decrypt what was written before a rotation. */
  active: string;
  /** 256-bit keys by id, base64. */
  keys: Record<string, string>;
  /** 256-bit key of the look-up hash, base64; it cannot be rotated without hashing anew. */
  lookup: string;
}

/**
 * `GONGJI_KEYS` (JSON of FieldKeys) if set, else `<dataDirectory>/keys.json` (mode 0600), made on first use. Throws
 * DatabaseProblem 'keys'. Whoever loses the keys loses the identity numbers: they belong into the backup, apart from the data.
 */
export function loadKeys(dataDirectory: string, environment: NodeJS.ProcessEnv = process.env): FieldKeys {
  const given = environment['GONGJI_KEYS'];
  if (given) return parseKeys(given, '环境变量 GONGJI_KEYS');
  const file = path.join(dataDirectory, 'keys.json');
  return parseKeys(read(file) ?? generate(dataDirectory, file), file);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new DatabaseProblem('keys', `无法读取密钥文件 ${file}：请检查文件的权限。`, error);
  }
}

/** Written aside and linked into place, so that the file appears whole and never replaces another. */
function generate(dataDirectory: string, file: string): string {
  const key = () => randomBytes(32).toString('base64');
  const keys: FieldKeys = { active: 'k1', keys: { k1: key() }, lookup: key() };
  const fresh = `${file}.${process.pid}`;
  mkdirSync(dataDirectory, { recursive: true });
  writeFileSync(fresh, JSON.stringify(keys, undefined, 2), { mode: 0o600 });
  try {
    linkSync(fresh, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(fresh, { force: true });
  }
  return readFileSync(file, 'utf8');
}

function parseKeys(text: string, source: string): FieldKeys {
  const problem = (what: string) =>
    new DatabaseProblem(
      'keys',
      `${source} 中的密钥不正确（${what}）：应为 {"active":"k1","keys":{"k1":"…"},"lookup":"…"}，每个密钥是 32 字节的 base64。`,
    );
  let value: Partial<FieldKeys>;
  try {
    value = JSON.parse(text) as Partial<FieldKeys>;
  } catch {
    throw problem('不是 JSON');
  }
  const { active, keys, lookup } = value;
  if (typeof active !== 'string' || typeof keys !== 'object' || keys === null)
    throw problem('缺少 active 或 keys');
  if (!(active in keys)) throw problem(`没有编号为 ${active} 的密钥`);
  for (const [id, key] of Object.entries({ ...keys, lookup })) {
    if (typeof key !== 'string' || Buffer.from(key, 'base64').length !== 32)
      throw problem(`${id} 的长度不对`);
    if (Buffer.byteLength(id) > 255) throw problem('密钥编号太长');
  }
  return { active, keys, lookup: lookup as string };
}
