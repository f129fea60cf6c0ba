// A migration: a SQL file of a package, known by its name and by the checksum of its content.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Migration {
  /** `<package>/<file>`, for example `ledger/0001-accounts.sql`. */
  name: string;
  sql: string;
  /** SHA-256 of the content, hexadecimal; line endings do not count. */
  checksum: string;
}

/** The `.sql` files of `<package>/migrations/`, sorted by name. */
export function readMigrations(directory: URL): Migration[] {
  const folder = fileURLToPath(directory);
  const owner = path.basename(path.dirname(folder));
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const sql = readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n');
      return { name: `${owner}/${file}`, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}
