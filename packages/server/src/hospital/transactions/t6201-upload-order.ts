// 6201: uploads what an online order costs, shows who would pay what, and answers the order that the patient may pay.
import { accountFlagOf } from '../account-flag.ts';
import { camelFields, snakeKeys } from '../camel-case.ts';
import { lineOf } from '../detail.ts';
import { code, extra, manyWithin, money, number, one, optional, text, time } from '../field.ts';
import { clearingTypeOf } from '../fields.ts';
import { ofInstitution, orderMoneyOf } from '../order-fields.ts';
import { deskTransaction } from '../transaction.ts';
import { diagnosisFields } from './t2203-visit.ts';
import { detailFields } from './t2204-detail.ts';

/** The codes of the interface's payments are longer in some areas than its 40 characters. */
export const mostOfCredential = 64;

const orderFields = {
  orgCodg: text('机构编码', 40),
  orgId: optional(text('电子凭证机构号', 40)),
  psnNo: text('人员编号', 30),
  insutype: code('险种类型', 6, 'insutype'),
  medOrgOrd: text('医疗机构订单号', 40),
  initRxOrd: optional(text('要续方的原处方流水', 40)),
  rxCircFlag: optional(code('电子处方流转标志', 1)),
  begntime: time('开始时间'),
  idNo: text('证件号码', 40),
  userName: text('用户姓名', 40),
  idType: code('证件类别', 3, 'psn_cert_type'),
  ecToken: text('电子凭证授权ecToken', mostOfCredential),
  insuCode: optional(text('参保地', 6)),
  iptOtpNo: text('住院/门诊号', 30),
  atddrNo: optional(text('医师编码', 30)),
  drName: optional(text('医师姓名', 50)),
  deptCode: optional(text('科室编码', 30)),
  deptName: text('科室名称', 100),
  caty: code('科别', 6),
  mdtrtId: optional(text('就诊ID', 30)),
  medType: code('医疗类别', 6),
  feeType: code('费用类别', 3),
  medfeeSumamt: money('医疗费总额'),
  acctUsedFlag: code('个人账户使用标志', 1, 'acct_used_flag'),
  mainCondDscr: optional(text('主要病情描述', 1000)),
  diseCodg: text('病种编码', 30),
  diseName: optional(text('病种名称', 500)),
  psnSetlway: code('个人结算方式', 6, 'psn_setlway'),
  chrgBchno: text('收费批次号', 30),
  invono: optional(text('发票号', 20)),
  // What follows belongs to stays in hospital; required on paper, never sent with an outpatient's order.
  endtime: optional(time('出院时间')),
  fulamtOwnpayAmt: optional(money('全自费金额')),
  overlmtSelfpay: optional(money('超限价金额')),
  preselfpayAmt: optional(money('先行自付金额')),
  inscpScpAmt: optional(money('符合政策范围金额')),
  oprnOprtCode: optional(text('手术操作代码', 30)),
  oprnOprtName: optional(text('手术操作名称', 500)),
  fpscNo: optional(text('计划生育服务证号', 50)),
  latechbFlag: optional(code('晚育标志', 3)),
  gesoVal: optional(number('孕周数', 2)),
  fetts: optional(number('胎次', 3)),
  fetusCnt: optional(number('胎儿数', 3)),
  pretFlag: optional(code('早产标志', 3)),
  birctrlType: optional(code('计划生育手术类别', 6)),
  birctrlMatnDate: optional(text('计划生育手术或生育日期', 10)),
  copFlag: optional(code('伴有并发症标志', 3)),
  dscgDeptCodg: optional(text('出院科室编码', 30)),
  dscgDeptName: optional(text('出院科室名称', 100)),
  dscgDed: optional(text('出院床位', 50)),
  dscgWay: optional(text('离院方式', 8)),
  dieDate: optional(text('死亡日期', 10)),
  matnType: optional(text('生育类别', 6)),
  extData: extra('扩展字段'),
  midSetlFlag: optional(code('中途结算标志', 3)),
};

export const uploadOrder = deskTransaction({
  infno: '6201',
  label: '费用明细上传',
  work: 'uploadOrder',
  input: {
    data: one(orderFields),
    diseinfoList: manyWithin('data', camelFields(diagnosisFields)),
    feedetailList: manyWithin('data', {
      ...camelFields(detailFields),
      // Not known yet where the visit is registered with the order.
      mdtrtId: optional(text('就诊ID', 30)),
      initFeedetlSn: optional(text('原费用流水号', 30)),
      drordNo: optional(text('医嘱号', 30)),
      medType: optional(code('医疗类别', 6)),
      extData: extra('扩展字段'),
    }),
  },
  output: {
    data: one({
      payOrdId: text('支付订单号', 40),
      payToken: text('支付token', 40),
      cashierUrl: text('医保支付收银台h5地址', 4000),
      extData: extra('医保扩展数据'),
    }),
  },
  body({ input: { data, feedetailList }, institution }) {
    for (const [index, line] of feedetailList.entries()) {
      const differs = (['mdtrtId', 'psnNo', 'chrgBchno'] as const).find(
        (name) => line[name] !== data[name] && !(name === 'mdtrtId' && line.mdtrtId === ''),
      );
      if (differs !== undefined) {
        const message = `feedetailList 第 ${index + 1} 条：字段 ${differs} 与订单的 ${differs} 不一致，请核对后重新上传。`;
        return { ok: false, message };
      }
    }
    return ofInstitution(data.orgCodg, institution.code, {
      claim: {
        credential: { kind: 'electronic' as const, number: data.ecToken },
        ...{ personNo: data.psnNo, idNumber: data.idNo, name: data.userName, insutype: data.insutype },
      },
      ownNo: data.medOrgOrd,
      visitId: data.mdtrtId,
      ownVisitNo: data.iptOtpNo,
      begunAt: data.begntime,
      batchNo: data.chrgBchno,
      totalFen: data.medfeeSumamt,
      medType: data.medType,
      clrType: clearingTypeOf(data.medType, institution.kind === 'pharmacy'),
      accountFlag: accountFlagOf(data.acctUsedFlag),
      diseaseCode: data.diseCodg,
      diseaseName: data.diseName,
      invoiceNo: data.invono,
      lines: feedetailList.map((given) => {
        const sent = snakeKeys(given);
        return { line: lineOf(sent), sent };
      }),
    });
  },
  write: ({ orderId, payToken, payUrl, visitId, figures }) => {
    const { feeSumamt, ownPayAmt, psnAcctPay, fundPay } = orderMoneyOf(figures);
    const yuan = (fen: number): number => fen / 100;
    return {
      data: {
        payOrdId: orderId,
        payToken,
        cashierUrl: payUrl,
        extData: {
          mdtrtId: visitId,
          feeSumamt: yuan(feeSumamt),
          ownPayAmt: yuan(ownPayAmt),
          psnAcctPay: yuan(psnAcctPay),
          fundPay: yuan(fundPay),
        },
      },
    };
  },
});
