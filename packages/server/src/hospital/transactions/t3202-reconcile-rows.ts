// 3202: days row by row: the institution's file beside our books, answered with a file that tells each difference.
import { code, date, number, one, optional, signedMoney, text, time } from '../field.ts';
import { timeText } from '../moment.ts';
import { readStatement, statementName, writeStatement } from '../statement-file.ts';
import { onceTransaction } from '../transaction.ts';

export const reconcileRows = onceTransaction({
  infno: '3202',
  label: '医药机构费用结算对明细账',
  input: {
    data: one({
      setl_optins: text('结算经办机构', 6),
      file_qury_no: text('文件查询号', 30),
      stmt_begndate: date('对账开始日期'),
      stmt_enddate: date('对账结束日期'),
      medfee_sumamt: signedMoney('医疗费总额'),
      fund_pay_sumamt: signedMoney('基金支付总额'),
      cash_payamt: signedMoney('现金支付金额'),
      fixmedins_setl_cnt: number('定点医药机构结算笔数', 10),
      clr_type: code('清算类别', 6, 'clr_type'),
      refd_setl_flag: optional(code('退费结算标志', 3, 'refd_setl_flag')),
      fixmedins_refd_setl_flag: code('定点医药机构退费结算标志', 6, 'fixmedins_refd_setl_flag'),
    }),
  },
  output: {
    fileinfo: one({
      file_qury_no: text('文件查询号', 30),
      filename: text('文件名称', 200),
      dld_endtime: time('下载截止时间'),
    }),
  },
  async handle({ input: { data }, services, message, context, institution }) {
    if (data.stmt_begndate > data.stmt_enddate) {
      return {
        ok: false,
        message: '对账开始日期（stmt_begndate）晚于对账结束日期（stmt_enddate），请核对。',
      };
    }
    const { hospital } = services;
    const file = await hospital.readFile(context, institution, data.file_qury_no);
    if (!file.ok) return file;
    const theirs = readStatement(file.value.content);
    if (!theirs.ok) return theirs;
    const period = {
      ...{ from: data.stmt_begndate, to: data.stmt_enddate, clrType: data.clr_type },
      ...{ insutype: '', refund: data.refd_setl_flag },
    };
    const rows = await hospital.reconcileRows(message, period, theirs.value);
    const name = `stmt_${institution.code}_${data.stmt_begndate}_${data.stmt_enddate}`;
    const { content } = file.value;
    const made = await hospital.addFile(
      context,
      institution,
      statementName(name, content),
      writeStatement(rows, name, content),
    );
    return {
      ok: true,
      value: {
        fileinfo: {
          file_qury_no: made.fileNo,
          filename: made.fileName,
          dld_endtime: timeText(made.validUntil),
        },
      },
    };
  },
});
