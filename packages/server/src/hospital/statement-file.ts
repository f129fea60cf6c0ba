// The detail files of a reconciliation: rows of tab-separated fields, UTF-8, plain or as the one file of a zip archive.
import type { ComparedRow, TheirRow } from '@gongji/service';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { signedMoney } from './field.ts';
import { readAmount } from './read-input.ts';
import type { Reading } from './read-input.ts';

const zipMark = [0x50, 0x4b, 0x03, 0x04];
/** Largest file within an archive, in bytes. */
const mostBytes = 32 * 1024 * 1024;
const mostRows = 100_000;

const isZip = (content: Uint8Array): boolean => zipMark.every((byte, index) => content[index] === byte);

function textOf(content: Uint8Array): string | undefined {
  if (!isZip(content)) return strFromU8(content);
  try {
    const files = unzipSync(content, { filter: ({ originalSize }) => originalSize <= mostBytes });
    const [first] = Object.values(files);
    return first && strFromU8(first);
  } catch {
    return undefined;
  }
}

const amounts = [
  ['medfee_sumamt', signedMoney('医疗费总额')],
  ['fund_pay_sumamt', signedMoney('基金支付总额')],
  ['acct_pay', signedMoney('个人账户支出')],
] as const;

/** Rows of setl_id, mdtrt_id, psn_no, medfee_sumamt, fund_pay_sumamt, acct_pay, refd_setl_flag; a row of names is passed over. */
export function readStatement(content: Uint8Array): Reading<TheirRow[]> {
  const text = textOf(content);
  if (text === undefined)
    return { ok: false, message: '对账文件不是能打开的 zip 文件，请重新生成后再上传。' };
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (lines.length > mostRows) return { ok: false, message: `对账文件最多 ${mostRows} 行，请分几天对账。` };
  const rows: TheirRow[] = [];
  for (const [index, line] of lines.entries()) {
    const cells = line.split('\t').map((cell) => cell.trim());
    if (line.trim() === '' || (index === 0 && cells[0]?.toLowerCase() === 'setl_id')) continue;
    const row = readRow(cells);
    if (!row.ok) return { ok: false, message: `对账文件第 ${index + 1} 行：${row.message}` };
    rows.push(row.value);
  }
  return { ok: true, value: rows };
}

function readRow(cells: readonly string[]): Reading<TheirRow> {
  if (cells.length < 7) return { ok: false, message: '应有 7 列，用制表符隔开。' };
  const [settlementId = '', visitId = '', personNo = '', total, fund, account, refund] = cells;
  const fen: number[] = [];
  for (const [index, cell] of [total, fund, account].entries()) {
    const [name, field] = amounts[index]!;
    const amount = readAmount(name, field, cell);
    if (!amount.ok) return amount;
    fen.push(amount.value);
  }
  if (refund !== '0' && refund !== '1') {
    return { ok: false, message: '退费结算标志（refd_setl_flag）应是 0 或 1。' };
  }
  const [totalFen = 0, fundFen = 0, accountFen = 0] = fen;
  return {
    ok: true,
    value: { settlementId, visitId, personNo, isRefund: refund === '1', totalFen, fundFen, accountFen },
  };
}

const yuan = (fen: number): string => (fen / 100).toFixed(2);

/**
 * Rows of psn_no, mdtrt_id, setl_id, msgid, stmt_rslt, refd_setl_flag, memo, medfee_sumamt, fund_pay_sumamt, acct_pay; a zip
 * archive when the file that it answers was one.
 */
export function writeStatement(rows: readonly ComparedRow[], name: string, likeFile: Uint8Array): Uint8Array {
  const text = rows
    .map((row) =>
      [
        ...[row.personNo, row.visitId, row.settlementId, row.msgid, row.isEven ? '0' : '1'],
        ...[row.isRefund ? '1' : '0', row.memo, yuan(row.totalFen), yuan(row.fundFen), yuan(row.accountFen)],
      ].join('\t'),
    )
    .join('\n');
  const bytes = strToU8(text === '' ? '' : `${text}\n`);
  return isZip(likeFile) ? zipSync({ [`${name}.txt`]: bytes }) : bytes;
}

export const statementName = (name: string, likeFile: Uint8Array): string =>
  `${name}.${isZip(likeFile) ? 'zip' : 'txt'}`;
