// 3201: whole days by their totals.
import { code, date, number, one, optional, signedMoney, text } from '../field.ts';
import { onceTransaction } from '../transaction.ts';

export const reconcileTotals = onceTransaction({
  infno: '3201',
  label: '医药机构费用结算对总账',
  input: {
    data: one({
      insutype: code('险种', 6, 'insutype'),
      clr_type: code('清算类别', 6, 'clr_type'),
      setl_optins: text('结算经办机构', 6),
      stmt_begndate: date('对账开始日期'),
      stmt_enddate: date('对账结束日期'),
      medfee_sumamt: signedMoney('医疗费总额'),
      fund_pay_sumamt: signedMoney('基金支付总额'),
      acct_pay: signedMoney('个人账户支付金额'),
      fixmedins_setl_cnt: number('定点医药机构结算笔数', 10),
      refd_setl_flag: optional(code('退费结算标志', 6, 'refd_setl_flag')),
      fixmedins_refd_setl_flag: code('定点医药机构退费结算标志', 6, 'fixmedins_refd_setl_flag'),
    }),
  },
  output: {
    stmtinfo: one({
      setl_optins: text('结算经办机构', 6),
      stmt_rslt: code('对账结果', 6),
      stmt_rslt_dscr: text('对账结果说明', 200),
    }),
  },
  async handle({ input: { data }, services, message }) {
    if (data.stmt_begndate > data.stmt_enddate) {
      return {
        ok: false,
        message: '对账开始日期（stmt_begndate）晚于对账结束日期（stmt_enddate），请核对。',
      };
    }
    const text = await services.hospital.reconcileTotals(
      message,
      {
        ...{ from: data.stmt_begndate, to: data.stmt_enddate, clrType: data.clr_type },
        ...{ insutype: data.insutype, refund: data.refd_setl_flag },
      },
      {
        totalFen: data.medfee_sumamt,
        fundFen: data.fund_pay_sumamt,
        accountFen: data.acct_pay,
        count: data.fixmedins_setl_cnt,
      },
    );
    return {
      ok: true,
      value: {
        stmtinfo: {
          setl_optins: data.setl_optins,
          stmt_rslt: text === '' ? '0' : '1',
          stmt_rslt_dscr: (text === '' ? '对账一致' : text).slice(0, 200),
        },
      },
    };
  },
});
