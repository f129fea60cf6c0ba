// Tells whether a process id still belongs to the process that wrote it down: ids are reused after a restart.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The start time of a process in the system's own notation, undefined if there is no such process. */
export function startMark(pid: number): string | undefined {
  if (process.platform === 'linux') {
    try {
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      // Field 22 of proc(5), counted from the field after the command's name, which is the third; a zombie is no process.
      return fields[0] === 'Z' ? undefined : `${boot}/${fields[19] ?? ''}`;
    } catch {
      return undefined;
    }
  }
  return ps(pid, 'lstart=');
}

/** The command line of a process, empty if it cannot be read. */
export function commandLine(pid: number): string {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return '';
    }
  }
  return ps(pid, 'command=') ?? '';
}

function ps(pid: number, column: string): string | undefined {
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}
