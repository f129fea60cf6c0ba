// 2201: registers a visit.
import { claimOf } from '../credential.ts';
import { code, one, optional, text, time } from '../field.ts';
import { credentialFields, extension } from '../fields.ts';
import { deskTransaction } from '../transaction.ts';

export const register = deskTransaction({
  infno: '2201',
  label: '门诊挂号',
  work: 'register',
  input: {
    data: one({
      psn_no: text('人员编号', 30),
      insutype: code('险种类型', 6, 'insutype'),
      begntime: time('开始时间'),
      ...credentialFields,
      ipt_otp_no: text('住院/门诊号', 30),
      atddr_no: optional(text('医师编码', 30)),
      dr_name: optional(text('医师姓名', 50)),
      dept_code: text('科室编码', 30),
      dept_name: text('科室名称', 100),
      caty: code('科别', 10),
      ...extension,
    }),
  },
  output: {
    data: one({
      mdtrt_id: text('就诊ID', 30),
      psn_no: text('人员编号', 30),
      ipt_otp_no: text('住院/门诊号', 30),
      exp_content: text('字段扩展', 4000),
      expContent: text('字段扩展', 4000),
    }),
  },
  body: ({ input: { data } }) => ({
    ok: true,
    value: { claim: claimOf(data), ownNo: data.ipt_otp_no, begunAt: data.begntime },
  }),
  write: ({ visitId, personNo, ownNo }) => ({
    data: { mdtrt_id: visitId, psn_no: personNo, ipt_otp_no: ownNo },
  }),
});
