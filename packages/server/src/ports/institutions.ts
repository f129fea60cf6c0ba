// Calls to the software of institutions: 6302, signed and enveloped as institutions sign and envelope their own.
import type { NoticeOutcome, PaidNotice, Ports } from '@gongji/service';
import { z } from 'zod';
import { sm3Digest } from '../hospital/cainfo.ts';
import { code, extra, money, one, optional, text } from '../hospital/field.ts';
import { maskedJson, maskedText } from '../hospital/mask.ts';
import { momentText, timeText } from '../hospital/moment.ts';
import { insuranceOnly, paidCallType } from '../hospital/order-fields.ts';
import { writeOutput } from '../hospital/write-output.ts';
import { sign } from '../till/signature.ts';
import type { CallLog } from './call.ts';

const infno = '6302';
/** Longer than this and nobody knows whether it came, in ms. */
const timeoutMs = 5_000;
const mostKept = 2_000;

const fields = {
  data: one({
    payOrdId: text('支付订单号', 40),
    callType: code('回调类型', 40),
    medOrgOrd: text('医院订单号', 40),
    traceTime: text('交易时间', 40),
    feeSumamt: money('费用总金额'),
    ownpayAmt: money('个人现金自付'),
    psnAcctPay: money('个人账户支付'),
    fundPay: money('其中基金支付'),
    hiChrgTime: text('医保收费时间', 6),
    hiDocSn: text('医保交易流水号', 40),
    hiRgstSn: text('医保挂号流水号', 40),
    orgName: text('机构名称', 40),
    ecCode: optional(text('电子凭证码值', 200)),
    setlType: text('结算类型', 40),
    revsToken: text('用于院内结算失败对医保的冲正授权', 40),
    extData: extra('医保扩展数据'),
  }),
};

const success = z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')]);
const Said = z.looseObject({ success, message: z.string().optional() });
/** The outcome in an envelope or without one: software of either habit answers. */
const Answer = z.union([
  z.looseObject({ output: z.looseObject({ data: Said }) }).transform(({ output }) => output.data),
  z.looseObject({ output: Said }).transform(({ output }) => output),
  Said,
]);

function inputOf(notice: PaidNotice) {
  return writeOutput(fields, {
    data: {
      payOrdId: notice.orderId,
      callType: paidCallType,
      medOrgOrd: notice.ownNo,
      traceTime: timeText(notice.paidAt),
      feeSumamt: notice.totalFen,
      ownpayAmt: notice.cashFen,
      psnAcctPay: notice.accountFen,
      fundPay: notice.fundFen,
      hiChrgTime: momentText(notice.paidAt).slice(8, 14),
      hiDocSn: notice.settlementId,
      hiRgstSn: notice.visitId,
      orgName: notice.institution.name,
      setlType: insuranceOnly,
      revsToken: notice.reversalToken,
    },
  });
}

/** With the digest in `cainfo` where the institution's own messages have to carry one. */
function bodyOf({ institution, msgid, cainfo, key, paidAt }: PaidNotice, input: object): string {
  const envelope = {
    infno,
    msgid,
    mdtrtarea_admvs: institution.area,
    insuplc_admdvs: institution.area,
    recer_sys_code: 'HIS',
    dev_no: '',
    dev_safe_info: '',
    cainfo: '',
    signtype: cainfo === 'required' ? 'SM3' : '',
    infver: 'V1.0',
    opter_type: '3',
    opter: 'SYSTEM',
    opter_name: '医保系统',
    inf_time: timeText(paidAt),
    fixmedins_code: institution.code,
    fixmedins_name: institution.name,
    sign_no: '',
    input,
  };
  const text = JSON.stringify(envelope);
  return cainfo === 'required' ? JSON.stringify({ ...envelope, cainfo: sm3Digest(text, key.secret) }) : text;
}

function headersOf({ key }: PaidNotice, now: Date): Record<string, string> {
  const named = {
    accessKey: key.accessKey,
    name: infno,
    timestamp: String(now.getTime()),
    version: '1.0.0',
  };
  return {
    'content-type': 'application/json; charset=utf-8',
    _api_access_key: named.accessKey,
    _api_name: named.name,
    _api_timestamp: named.timestamp,
    _api_version: named.version,
    _api_signature: sign(key.secret, named),
  };
}

/** `defaultUrl`: of institutions that have no address of their own. */
export function institutionsOverHttp(
  defaultUrl: string,
  log: CallLog,
  realNow: () => Date,
): Ports['institutions'] {
  return {
    async tellPaid(notice) {
      const input = inputOf(notice);
      const asked = maskedJson(input, mostKept);
      const silent = (why: string): NoticeOutcome => {
        log.warn({ system: 'institution', institution: notice.institution.code, why }, 'no answer');
        return { result: 'silent', asked, answered: `没有收到应答（${why}），稍后再通知。` };
      };
      try {
        const response = await fetch(notice.url ?? defaultUrl, {
          method: 'POST',
          headers: headersOf(notice, realNow()),
          body: bodyOf(notice, input),
          redirect: 'error',
          signal: AbortSignal.timeout(timeoutMs),
        });
        const answer = await response.text();
        if (!response.ok) return silent(`HTTP ${response.status}`);
        const parsed = Answer.safeParse(JSON.parse(answer));
        if (!parsed.success) return silent('应答的格式不对');
        return {
          result: parsed.data.success ? 'taken' : 'refused',
          asked,
          answered: maskedText(answer, mostKept),
        };
      } catch (error) {
        return silent(error instanceof Error ? error.name : '原因不明');
      }
    },
  };
}
