// 2101 and 2102: a purchase at a pharmacy, shown and then settled exactly as shown.
import { accountFlagOf } from '../account-flag.ts';
import { claimOf } from '../credential.ts';
import { lineOf, splitOf } from '../detail.ts';
import { code, many, money, nodes, one, optional, text, time } from '../field.ts';
import type { ReadNodes } from '../field.ts';
import {
  clearingTypeOf,
  credentialFields,
  diseaseFields,
  extension,
  fundFields,
  fundsOf,
  lineFields,
  presettlementFields,
  settlementFields,
  settlementOf,
  splitFields,
} from '../fields.ts';
import { timeText } from '../moment.ts';
import { deskTransaction } from '../transaction.ts';

const purchaseFields = {
  psn_no: text('人员编号', 30),
  ...credentialFields,
  begntime: time('开始时间'),
  medfee_sumamt: money('医疗费总额'),
  insutype: code('险种类型', 6, 'insutype'),
  ...diseaseFields,
  acct_used_flag: code('个人账户使用标志', 1, 'acct_used_flag'),
  med_type: code('医疗类别', 6, 'med_type'),
  ...extension,
};
const purchaseLine = {
  ...lineFields,
  bilg_dr_codg: optional(text('开单医生编码', 30)),
  bilg_dr_name: optional(text('开单医师姓名', 50)),
  ...extension,
};
/** Trace codes of medicines are checked and kept with the message, nothing more. */
const traces = nodes('追溯码节点信息', {
  feedetl_sn: text('费用明细流水号', 30),
  drug_trac_codg: text('药品追溯码', 100),
  trdn_flag: code('拆零标志', 3, 'trdn_flag'),
});
const shownInput = { druginfo: one(purchaseFields), drugdetail: many(purchaseLine) };

/** What has to be the same when a purchase is settled. */
function contentOf({ druginfo, drugdetail }: ReadNodes<typeof shownInput>): string {
  const { psn_no, medfee_sumamt, insutype, dise_codg, acct_used_flag, med_type } = druginfo;
  const lines = drugdetail.map((line) => [
    ...[line.feedetl_sn, line.med_list_codg, line.fee_ocur_time.slice(0, 10), line.hosp_appr_flag],
    ...[line.det_item_fee_sumamt, line.cnt, line.pric],
  ]);
  return JSON.stringify([psn_no, medfee_sumamt, insutype, dise_codg, acct_used_flag, med_type, lines]);
}

function purchaseOf(input: ReadNodes<typeof shownInput>) {
  const { druginfo, drugdetail } = input;
  return {
    claim: claimOf(druginfo),
    totalFen: druginfo.medfee_sumamt,
    medType: druginfo.med_type,
    accountFlag: accountFlagOf(druginfo.acct_used_flag),
    begunAt: druginfo.begntime,
    diseaseCode: druginfo.dise_codg,
    lines: drugdetail.map((sent) => ({ line: lineOf(sent), sent })),
    content: contentOf(input),
  };
}

export const presettlePurchase = deskTransaction({
  infno: '2101',
  label: '药店预结算',
  work: 'presettlePurchase',
  input: shownInput,
  output: {
    setlinfo: one(presettlementFields),
    setldetail: many(fundFields),
    detlcutinfo: many(splitFields),
  },
  body: ({ input }) => ({ ok: true, value: purchaseOf(input) }),
  write: ({ visitId, person, figures, lines }, { input, context, envelope }) => ({
    setlinfo: settlementOf({
      ...{ visitId, person, figures, today: context.today, settledAt: timeText(context.at) },
      ...{ certificateType: input.druginfo.mdtrt_cert_type, medType: input.druginfo.med_type },
      ...{ msgid: envelope.msgid, clearingType: clearingTypeOf(input.druginfo.med_type, true) },
    }),
    setldetail: fundsOf(person, figures),
    detlcutinfo: lines.map((split, index) => splitOf(split, input.drugdetail[index]!)),
  }),
});

export const settlePurchase = deskTransaction({
  infno: '2102',
  label: '药店结算',
  work: 'settlePurchase',
  input: {
    druginfo: one({ ...purchaseFields, invono: optional(text('发票号', 20)) }),
    drugdetail: many({ ...purchaseLine, durg_trac_info: traces }),
  },
  output: {
    setlinfo: one(settlementFields),
    setldetail: many(fundFields),
    detlcutinfo: many(splitFields),
  },
  body: ({ input }) => ({
    ok: true,
    value: {
      ...purchaseOf(input),
      insutype: input.druginfo.insutype,
      clrType: clearingTypeOf(input.druginfo.med_type, true),
      invoiceNo: input.druginfo.invono,
    },
  }),
  write: ({ settlementId, visitId, person, figures, lines }, { input, context, envelope }) => ({
    setlinfo: {
      setl_id: settlementId,
      ...settlementOf({
        ...{ visitId, person, figures, today: context.today, settledAt: timeText(context.at) },
        ...{ certificateType: input.druginfo.mdtrt_cert_type, medType: input.druginfo.med_type },
        ...{ msgid: envelope.msgid, clearingType: clearingTypeOf(input.druginfo.med_type, true) },
      }),
    },
    setldetail: fundsOf(person, figures),
    detlcutinfo: lines.map((split, index) => splitOf(split, input.drugdetail[index]!)),
  }),
});
