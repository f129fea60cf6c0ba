// Lines of a detail between the interface's fields and the catalogue's.
import type { DetailLine, LineSplit } from '@gongji/service';
import type { ReadFields } from './field.ts';
import type { lineFields } from './fields.ts';

type ReadLine = Pick<
  ReadFields<typeof lineFields>,
  'feedetl_sn' | 'fee_ocur_time' | 'med_list_codg' | 'det_item_fee_sumamt' | 'cnt' | 'pric' | 'hosp_appr_flag'
>;

const approvals: Readonly<Record<string, DetailLine['approval']>> = { '1': 'approved', '2': 'refused' };

export const lineOf = (line: ReadLine): DetailLine => ({
  lineNo: line.feedetl_sn,
  itemCode: line.med_list_codg,
  date: line.fee_ocur_time.slice(0, 10),
  totalFen: line.det_item_fee_sumamt,
  countTenThousandths: Math.round(line.cnt * 10_000),
  priceMillionths: Math.round(line.pric * 1_000_000),
  approval: approvals[line.hosp_appr_flag] ?? 'not-asked',
});

const classes = { A: '01', B: '02', C: '03' } as const;
/** Most characters of a memo. */
const mostOfMemo = 500;

export function splitOf(split: LineSplit, line: Pick<ReadLine, 'cnt' | 'pric'>) {
  const { item } = split;
  return {
    feedetl_sn: split.lineNo,
    det_item_fee_sumamt: split.totalFen,
    cnt: line.cnt,
    pric: line.pric,
    pric_uplmt_amt: (item.priceLimitMillionths ?? 0) / 1_000_000,
    selfpay_prop: split.selfPayPerTenThousand / 10_000,
    fulamt_ownpay_amt: split.whollySelfPaidFen,
    overlmt_amt: split.overPriceLimitFen,
    preselfpay_amt: split.preSelfPaidFen,
    inscp_scp_amt: split.inScopeFen,
    chrgitm_lv: classes[item.class],
    med_chrgitm_type: item.chargeType,
    lmt_used_flag: item.restriction === null ? '0' : '1',
    memo: split.text.slice(0, mostOfMemo),
  };
}
