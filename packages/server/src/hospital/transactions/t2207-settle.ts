// 2207: settles a batch of detail exactly as 2206 showed it, or refuses.
import { accountFlagOf } from '../account-flag.ts';
import { claimOf } from '../credential.ts';
import { code, many, money, one, optional, text } from '../field.ts';
import {
  clearingTypeOf,
  credentialFields,
  echoedFields,
  extension,
  fundFields,
  fundsOf,
  settlementFields,
  settlementOf,
} from '../fields.ts';
import { timeText } from '../moment.ts';
import { deskTransaction } from '../transaction.ts';

export const settle = deskTransaction({
  infno: '2207',
  label: '门诊结算',
  work: 'settle',
  input: {
    data: one({
      psn_no: text('人员编号', 30),
      ...credentialFields,
      med_type: code('医疗类别', 6, 'med_type'),
      medfee_sumamt: money('医疗费总额'),
      psn_setlway: code('个人结算方式', 6, 'psn_setlway'),
      mdtrt_id: text('就诊ID', 30),
      chrg_bchno: text('收费批次号', 30),
      insutype: code('险种类型', 6, 'insutype'),
      acct_used_flag: code('个人账户使用标志', 1, 'acct_used_flag'),
      invono: optional(text('发票号', 20)),
      ...echoedFields,
      pub_hosp_rfom_flag: optional(text('公立医院改革标志', 6)),
      ...extension,
    }),
  },
  output: { setlinfo: one(settlementFields), setldetail: many(fundFields) },
  body: ({ input: { data } }) => ({
    ok: true,
    value: {
      claim: claimOf(data),
      totalFen: data.medfee_sumamt,
      medType: data.med_type,
      accountFlag: accountFlagOf(data.acct_used_flag),
      visitId: data.mdtrt_id,
      batchNo: data.chrg_bchno,
      diseaseCode: '',
      insutype: data.insutype,
      clrType: clearingTypeOf(data.med_type, false),
      invoiceNo: data.invono,
      echoed: {
        whollySelfPaidFen: data.fulamt_ownpay_amt,
        overPriceLimitFen: data.overlmt_selfpay,
        preSelfPaidFen: data.preselfpay_amt,
        inScopeFen: data.inscp_scp_amt,
      },
    },
  }),
  write: ({ settlementId, visitId, person, figures }, { input: { data }, context, envelope }) => ({
    setlinfo: {
      setl_id: settlementId,
      ...settlementOf({
        ...{ visitId, person, figures, today: context.today, settledAt: timeText(context.at) },
        ...{ certificateType: data.mdtrt_cert_type, medType: data.med_type, msgid: envelope.msgid },
        clearingType: clearingTypeOf(data.med_type, false),
      }),
    },
    setldetail: fundsOf(person, figures),
  }),
});
