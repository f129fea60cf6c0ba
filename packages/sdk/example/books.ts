// The hospital's own books of the day, and their comparison with the insurance side's.
import { Buffer } from 'node:buffer';
import type { InstitutionClient } from '../src/index.ts';

export interface Row {
  settlementId: string;
  visitId: string;
  personNo: string;
  isRefund: boolean;
  totalFen: number;
  fundFen: number;
  accountFen: number;
}
export interface Difference extends Row {
  memo: string;
}

const clearingType = '11';
const yuan = (fen: number): string => (fen / 100).toFixed(2);
const sum = (rows: readonly Row[], fenOf: (row: Row) => number): number =>
  rows.reduce((total, row) => total + fenOf(row), 0);

/** The totals of one scheme's rows; the words of the answer, or undefined when even. */
export async function compareTotals(
  client: InstitutionClient,
  area: string,
  day: string,
  insutype: string,
  rows: readonly Row[],
): Promise<string | undefined> {
  const { output } = await client.call('3201', {
    data: {
      ...{ insutype, clr_type: clearingType, setl_optins: area, stmt_begndate: day, stmt_enddate: day },
      medfee_sumamt: sum(rows, (row) => row.totalFen) / 100,
      fund_pay_sumamt: sum(rows, (row) => row.fundFen) / 100,
      acct_pay: sum(rows, (row) => row.accountFen) / 100,
      ...{ fixmedins_setl_cnt: rows.length, fixmedins_refd_setl_flag: '0' },
    },
  });
  return output.stmtinfo.stmt_rslt === '0' ? undefined : output.stmtinfo.stmt_rslt_dscr;
}

/** Uploads the rows, has them compared one by one, and downloads what differs. */
export async function compareRows(
  client: InstitutionClient,
  institution: { code: string; area: string },
  day: string,
  rows: readonly Row[],
): Promise<Difference[]> {
  const lines = rows.map((row) =>
    [
      ...[row.settlementId, row.visitId, row.personNo],
      ...[yuan(row.totalFen), yuan(row.fundFen), yuan(row.accountFen), row.isRefund ? '1' : '0'],
    ].join('\t'),
  );
  const titles = 'setl_id\tmdtrt_id\tpsn_no\tmedfee_sumamt\tfund_pay_sumamt\tacct_pay\trefd_setl_flag';
  const uploaded = await client.call('9101', {
    fsUploadIn: {
      in: Buffer.from(`${[titles, ...lines].join('\n')}\n`).toString('base64'),
      filename: `detail_${day}.txt`,
      fixmedins_code: institution.code,
    },
  });
  const { output } = await client.call('3202', {
    data: {
      ...{ setl_optins: institution.area, file_qury_no: uploaded.output.file_qury_no },
      ...{ stmt_begndate: day, stmt_enddate: day, clr_type: clearingType, fixmedins_refd_setl_flag: '0' },
      medfee_sumamt: sum(rows, (row) => row.totalFen) / 100,
      fund_pay_sumamt: sum(rows, (row) => row.fundFen) / 100,
      cash_payamt: sum(rows, (row) => row.totalFen - row.fundFen - row.accountFen) / 100,
      fixmedins_setl_cnt: rows.length,
    },
  });
  const { file_qury_no, filename } = output.fileinfo;
  const file = await client.call('9102', {
    fsDownloadIn: { file_qury_no, filename, fixmedins_code: institution.code },
  });
  return Buffer.from(file.output)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
    .filter(([, , , , result]) => result !== '0')
    .map(([personNo = '', visitId = '', settlementId = '', , , refund, memo = '', total, fund, account]) => ({
      ...{ settlementId, visitId, personNo, memo, isRefund: refund === '1' },
      totalFen: Math.round(Number(total) * 100),
      fundFen: Math.round(Number(fund) * 100),
      accountFen: Math.round(Number(account) * 100),
    }));
}
