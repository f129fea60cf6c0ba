// The envelope of the institutions' interface: what surrounds every input and output.
import { randomInt } from 'node:crypto';
import { momentText } from './moment.ts';
import type { Reading } from './read-input.ts';

/** What a message says beside its input; texts that are absent are `''`. */
export interface Envelope {
  infno: string;
  msgid: string;
  fixmedinsCode: string;
  opter: string;
  opterName: string;
  cainfo: string;
  signtype: string;
  input: unknown;
}

/** Most characters of a msgid, as the interface defines it. */
const mostOfMsgid = 30;

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
/** Many clients write the word null into an empty field. */
const textOrNull = (value: unknown): string => (textOf(value) === 'null' ? '' : textOf(value));

/** Reads the envelope of a message that was parsed; `message` of a failure is for the cashier. */
export function readEnvelope(body: unknown): Reading<Envelope> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return { ok: false, message: '报文应是一个 JSON 对象，请接口厂商检查报文格式。' };
  }
  const given = body as Record<string, unknown>;
  return {
    ok: true,
    value: {
      infno: textOf(given['infno']),
      msgid: textOf(given['msgid']),
      fixmedinsCode: textOf(given['fixmedins_code']),
      opter: textOrNull(given['opter']).slice(0, 30),
      opterName: textOrNull(given['opter_name']).slice(0, 50),
      cainfo: textOrNull(given['cainfo']),
      signtype: textOrNull(given['signtype']).toUpperCase(),
      input: given['input'],
    },
  };
}

/** One sentence about the first field of the envelope that is missing or wrong; null when nothing is. */
export function envelopeProblem(
  envelope: Envelope,
  signedName: string,
  institutionCode: string,
): string | null {
  const { infno, msgid, fixmedinsCode } = envelope;
  if (infno === '') return '字段 infno（交易编号）不能为空。';
  if (infno !== signedName) {
    return `交易编号 infno 是 ${infno.slice(0, 10)}，签名里的 _api_name 是 ${signedName.slice(0, 10)}，两者应一致。`;
  }
  if (msgid === '') return '字段 msgid（发送方报文 ID）不能为空。';
  if (msgid.length > mostOfMsgid || !/^[\x21-\x7e]+$/.test(msgid)) {
    return `字段 msgid（发送方报文 ID）应是不超过 ${mostOfMsgid} 位的字母和数字。`;
  }
  if (fixmedinsCode === '') return '字段 fixmedins_code（定点医药机构编号）不能为空。';
  if (fixmedinsCode !== institutionCode) {
    return '字段 fixmedins_code（定点医药机构编号）与访问密钥所属的机构不一致，请核对机构编号和密钥。';
  }
  return null;
}

export interface Reply {
  /** The sender's area, six digits, or zeros while the sender isn't known. */
  area: string;
  /** Instant of arrival and of the answer on the business clock. */
  receivedAt: Date;
  respondedAt: Date;
}

/** Our reference of a message: area, instant and a random number, 30 digits. */
const reference = ({ area, receivedAt }: Reply): string =>
  `${area}${momentText(receivedAt)}${String(randomInt(10_000_000)).padStart(7, '0')}`;

/** A whole reply. `output` is JSON, `{}` with an error. */
export function replyText(of: Reply, infcode: 0 | -1, message: string, output: string): string {
  return (
    `{"infcode":${infcode},"inf_refmsgid":"${reference(of)}","refmsg_time":"${momentText(of.receivedAt)}",` +
    `"respond_time":"${momentText(of.respondedAt)}","err_msg":${JSON.stringify(message)},"warn_msg":"",` +
    `"cainfo":"","signtype":"","output":${output}}`
  );
}
