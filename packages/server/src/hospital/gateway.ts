// The gateway of the institutions' interface: one address; signature, envelope, then the transaction that `infno` names.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answered, InstitutionKey, Message } from '@gongji/service';
import type { Parts } from '../edge/parts.ts';
import { checkSignature, readSignedHeaders } from '../till/signature.ts';
import { cainfoProblem } from './cainfo.ts';
import { envelopeProblem, readEnvelope, replyText } from './envelope.ts';
import type { Envelope } from './envelope.ts';
import { maskedJson } from './mask.ts';
import { readBody } from './body.ts';
import { unsent } from './transaction.ts';
import { transactions } from './transactions.ts';

/** The one address of the interface. */
export const hospitalPath = '/fsi/api/rsfComIfsService/callService';

/** Most characters that are kept of an input. */
const mostKept = 60_000;
const unknownArea = '000000';

type GatewayParts = Pick<Parts, 'services' | 'clock' | 'realNow' | 'log' | 'metrics'> & {
  limits: Pick<Parts['limits'], 'institution'>;
};
type Received = { key: InstitutionKey; signedName: string };

export const isHospitalPath = (url: string | undefined): boolean =>
  url !== undefined && (url === hospitalPath || url.startsWith(`${hospitalPath}?`));

function send(response: ServerResponse, status: number, text: string): void {
  const body = Buffer.from(text);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}

function sendFile(response: ServerResponse, content: Uint8Array): void {
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': content.length,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(content);
}

/** Who sent it, by the signed headers; or the sentence of the gateway's own error. */
async function admit(
  parts: GatewayParts,
  { headers }: IncomingMessage,
): Promise<{ ok: true; value: Received } | { ok: false; message: string }> {
  const signed = readSignedHeaders((name) => headers[name]?.toString());
  if (signed === undefined || typeof signed === 'string') {
    return { ok: false, message: '缺少服务网关的请求头!' };
  }
  const key = await parts.services.hospital.key(signed.accessKey);
  const problem = checkSignature(signed, key?.secret, signed.name, parts.realNow());
  if (problem !== null || !key) return { ok: false, message: `${problem ?? '非法用户'}!` };
  return { ok: true, value: { key, signedName: signed.name } };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Answers one message of a known institution in the interface's own shape. */
async function answer(
  parts: GatewayParts,
  { key, signedName }: Received,
  body: string | undefined,
  begunMs: number,
): Promise<Answered> {
  const { institution } = key;
  const { hospital } = parts.services;
  const context = {
    ...parts.clock.now(),
    actor: { kind: 'institution' as const, institutionCode: institution.code, area: institution.area },
    channel: 'interface',
  };
  const unread: Message = { context, institution, msgid: '', infno: '', asked: '', begunMs };
  if (body === undefined) return hospital.keep(unread, unsent('报文太大（上限 4 MB），请分批上传。'));
  const parsed = parse(body);
  if (parsed === undefined) {
    return hospital.keep(unread, unsent('报文不是完整的 JSON，请重新发送；仍不行请接口厂商检查报文。'));
  }
  const envelope = readEnvelope(parsed);
  if (!envelope.ok) return hospital.keep(unread, unsent(envelope.message));
  const message = messageOf(unread, envelope.value);
  const problem = refusal(key, signedName, envelope.value, body);
  const transaction = transactions.get(envelope.value.infno);
  if (problem !== null) return hospital.keep(message, unsent(problem));
  if (!transaction) {
    return hospital.keep(message, unsent(`没有编号为 ${signedName.slice(0, 10)} 的交易，请核对交易编号。`));
  }
  return transaction.answer({
    envelope: envelope.value,
    context,
    institution,
    services: parts.services,
    message,
  });
}

function refusal(key: InstitutionKey, signedName: string, envelope: Envelope, body: string): string | null {
  if (key.state !== 'open') return '本机构的接口已暂停使用，没有办理。请联系当地医保经办机构恢复后再试。';
  return envelopeProblem(envelope, signedName, key.institution.code) ?? cainfoProblem(envelope, body, key);
}

function messageOf(unread: Message, { msgid, infno, input }: Envelope): Message {
  return {
    ...unread,
    msgid: msgid.replaceAll('\u0000', '').slice(0, 30),
    infno: infno.replaceAll('\u0000', '').slice(0, 10),
    asked: maskedJson(input ?? null, mostKept),
  };
}

/** A fault is told in the interface's shape too; nobody knows then whether it was done. */
const faultText =
  '系统出了问题，暂时不能确认这次有没有办成。请用同一个 msgid 重新发送原报文，系统不会重复办理；仍不行请联系当地医保经办机构。';

const limitText = '本机构发送报文太快，这一条没有办理。请稍等一秒，用同一个 msgid 重新发送。';

/** Handles the requests of the one address; each is answered, whatever was sent. */
export function createGateway(parts: GatewayParts) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const begunMs = performance.now();
    const receivedAt = parts.clock.now().at;
    const reply = (area: string) => ({ area, receivedAt, respondedAt: parts.clock.now().at });
    let area = unknownArea;
    let status = 200;
    try {
      if (request.method !== 'POST') {
        status = 405;
        request.resume();
        send(response, status, '{"code":405,"message":"请用 POST 方法调用!"}');
        return;
      }
      const [body, admitted] = await Promise.all([readBody(request), admit(parts, request)]);
      if (!admitted.ok) {
        status = 401;
        send(response, status, JSON.stringify({ code: 401, message: admitted.message }));
        return;
      }
      const { institution, messagesPerSecond } = admitted.value.key;
      area = institution.area;
      // Not kept: a program that runs wild must not fill the table either.
      if (!parts.limits.institution.take({ code: institution.code, messagesPerSecond }, parts.realNow())) {
        send(response, status, replyText(reply(area), -1, limitText, '{}'));
        return;
      }
      const answered = await answer(parts, admitted.value, body, begunMs);
      if (answered.ok && answered.file) {
        sendFile(response, answered.file);
        return;
      }
      const text = answered.ok
        ? replyText(reply(area), 0, '', answered.output)
        : replyText(reply(area), -1, answered.message, '{}');
      send(response, status, text);
    } catch (error) {
      // The sender has hung up: nobody waits for an answer.
      if (request.destroyed && !request.complete) return;
      parts.log.error({ err: error, route: hospitalPath }, 'a fault');
      if (!response.headersSent) send(response, status, replyText(reply(area), -1, faultText, '{}'));
    } finally {
      const seconds = (performance.now() - begunMs) / 1000;
      parts.metrics.request({ method: 'POST', route: hospitalPath, status }, seconds);
    }
  };
}
