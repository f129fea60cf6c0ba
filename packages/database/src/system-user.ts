// The user that PostgreSQL runs as: PostgreSQL refuses to run as root, so root needs another user for it.
import { execFileSync, spawnSync } from 'node:child_process';
import type { Log } from './log.ts';

/** Ids to spawn with; undefined means "as ourselves". */
export interface SystemUser {
  uid: number;
  gid: number;
}

/** Ourselves unless root; then `postgres`, else `gongji` (created if the system lets us), else `nobody`. */
export function serverUser(log: Log): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const existing = idsOf('postgres') ?? idsOf('gongji');
  if (existing) return existing;
  const made = spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/bin/false', 'gongji']);
  if (made.status === 0) {
    log('以 root 启动：已建立系统用户 gongji，数据库以它的身份运行。');
    const created = idsOf('gongji');
    if (created) return created;
  }
  return idsOf('nobody') ?? { uid: 65534, gid: 65534 };
}

function idsOf(name: string): SystemUser | undefined {
  try {
    const id = (flag: string) =>
      Number.parseInt(
        execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
        10,
      );
    const user = { uid: id('-u'), gid: id('-g') };
    return user.uid > 0 && Number.isInteger(user.gid) ? user : undefined;
  } catch {
    return undefined;
  }
}

/** True if the user can enter the folder. */
export function canEnter(user: SystemUser | undefined, directory: string): boolean {
  return (
    user === undefined ||
    spawnSync('/bin/sh', ['-c', 'cd "$0"', directory], { ...user, stdio: 'ignore', cwd: '/' }).status === 0
  );
}
