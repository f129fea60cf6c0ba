// Decides where the database's files are kept: in the data directory, or elsewhere if the server's user cannot enter it.
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Log } from './log.ts';
import { DatabaseProblem } from './problem.ts';
import { canEnter } from './system-user.ts';
import type { SystemUser } from './system-user.ts';

/** Folders that root may use when the data directory is closed to the server's user, the lasting one first. */
const sharedFolders = () => ['/var/lib/gongji', path.join(tmpdir(), 'gongji')];

/**
 * The folder that holds `postgres/`: the data directory itself, or a folder of its own elsewhere, whose path is written to
 * `<dataDirectory>/postgres.location` so that the next start finds it again (and a deleted data directory begins afresh).
 */
export function databaseHome(dataDirectory: string, user: SystemUser | undefined, log: Log): string {
  const pointer = path.join(dataDirectory, 'postgres.location');
  if (existsSync(pointer)) {
    const home = readFileSync(pointer, 'utf8').trim();
    if (existsSync(home)) return home;
    throw new DatabaseProblem(
      'data-directory',
      `${pointer} 指向的数据库目录 ${home} 不存在：请恢复该目录；如果不再需要其中的数据，请删除 ${dataDirectory} 后重新启动。`,
    );
  }
  if (canEnter(user, dataDirectory)) return dataDirectory;
  const home = path.join(sharedFolder(user, dataDirectory), randomBytes(8).toString('hex'));
  mkdirSync(home, { mode: 0o711 });
  chmodSync(home, 0o711);
  writeFileSync(pointer, home, { mode: 0o600 });
  log(`数据库用户不能进入 ${dataDirectory}，数据库的文件改放在 ${home}。`);
  return home;
}

/** A folder outside of the data directory that the server's user can enter; made if need be. */
export function sharedFolder(user: SystemUser | undefined, dataDirectory: string): string {
  // Not root: only we ourselves must enter, and the data directory is ours.
  if (user === undefined) return dataDirectory;
  for (const folder of sharedFolders()) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o711 });
      chmodSync(folder, 0o711);
      if (canEnter(user, folder)) return folder;
    } catch {
      // Read-only or occupied: the next one.
    }
  }
  throw new DatabaseProblem(
    'data-directory',
    `以 root 启动时数据库要用另一个用户运行，而它不能进入 ${dataDirectory}，也不能使用 ${sharedFolders().join('、')}：请换一个普通用户启动，或把程序放到所有用户都能进入的目录（例如 /opt/gongji）。`,
  );
}
