// A person's statement as CSV and as PDF: the same figures as on the page, in yuan.
import { renderPdf } from '@gongji/document';
import type { PeriodStatement } from '@gongji/ledger';

const kindNames: Record<string, string> = {
  opening: '期初导入',
  contribution: '单位和个人缴费划入',
  settlement: '医药费用结算',
  'settlement-reversal': '结算退费',
  premium: '居民医保费',
  interest: '利息',
};

const kindName = (kind: string): string => kindNames[kind] ?? kind;
const yuan = (fen: number): string => (fen / 100).toFixed(2);

const titles = ['日期', '事项', '业务编号', '资金年份', '金额（元）', '该年余额（元）', '凭证号'] as const;

const cellsOf = (lines: PeriodStatement['lines']): string[][] =>
  lines.map(({ businessDate, kind, reference, partYear, amountFen, balanceFen, journalId }) => [
    ...[
      businessDate,
      kindName(kind),
      reference,
      String(partYear),
      yuan(amountFen),
      yuan(balanceFen),
      journalId,
    ],
  ]);

/** UTF-8 with a byte-order mark, so that spreadsheets read the Chinese; a cell never begins a formula. */
export function statementCsv(statement: PeriodStatement): string {
  const { from, to, openingFen, closingFen, lines } = statement;
  const cell = (text: string) => {
    const safe = /^[=+@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const rows = [
    [...titles],
    [from, '期初余额', '', '', '', yuan(openingFen), ''],
    ...cellsOf(lines),
    [to, '期末余额', '', '', '', yuan(closingFen), ''],
  ];
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Drawn by the document package. */
export function statementPdf(statement: PeriodStatement, name: string, madeAt: Date): Promise<Uint8Array> {
  const { owner, from, to, openingFen, inFen, outFen, closingFen, parts, lines } = statement;
  return renderPdf({
    title: '职工医保个人账户对账单',
    number: `${owner}-${from.replaceAll('-', '')}-${to.replaceAll('-', '')}`,
    madeAt: madeAt.toISOString(),
    issuer: '共济',
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: '姓名', value: name },
          { label: '人员编号', value: owner },
          { label: '期间', value: `${from} 至 ${to}` },
          { label: '期初余额', value: `${yuan(openingFen)} 元` },
          { label: '收入', value: `${yuan(inFen)} 元` },
          { label: '支出', value: `${yuan(outFen)} 元` },
          { label: '期末余额', value: `${yuan(closingFen)} 元` },
          ...parts.map(({ partYear, closingFen: fen }) => ({
            label: `其中 ${partYear} 年资金`,
            value: `${yuan(fen)} 元`,
          })),
        ],
      },
      { kind: 'heading', text: '明细' },
      {
        kind: 'table',
        columns: titles.slice(0, 6).map((title, index) => ({
          title,
          share: [3, 4, 5, 2, 3, 3][index]!,
          ...(index >= 4 ? { align: 'end' as const } : {}),
        })),
        rows: cellsOf(lines).map((cells) => cells.slice(0, 6)),
        total: [to, '期末余额', '', '', '', yuan(closingFen)],
      },
    ],
  });
}
