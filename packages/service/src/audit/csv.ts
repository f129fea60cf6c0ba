// Entries of the audit as a file that spreadsheets open.
import type { AuditEntry } from '@gongji/contract';

const titles = ['时间', '类别', '事项', '谁', '渠道', '对象', '变化', '说明'];
const kindWords: Record<AuditEntry['kind'], string> = { did: '办理', saw: '查阅', 'signed-in': '登录' };

/** No cell is taken for a formula. */
function cell(text: string): string {
  const safe = /^[=+@\-\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** UTF-8 with a byte-order mark, so that the Chinese is read as Chinese. */
export function auditCsv(entries: readonly AuditEntry[]): string {
  const rows = entries.map(({ at, kind, text, by, channel, about, changes, words }) => [
    ...[at, kindWords[kind], text, by, channel, about],
    changes
      .map(({ label, before, after }) =>
        before === null ? `${label} ${after}` : `${label} ${before} → ${after}`,
      )
      .join('；'),
    words ?? '',
  ]);
  return `\uFEFF${[titles, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
