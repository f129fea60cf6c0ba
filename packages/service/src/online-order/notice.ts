// Notices that an online order was paid (6302): written with the payment, sent until the institution's software takes them.
import type { PoolClient } from 'pg';
import { randomInt } from 'node:crypto';
import type { InstitutionMark } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import type { ServiceDeps } from '../deps.ts';
import type { Message } from '../hospital/message.ts';
import { insertMessages } from '../hospital/message.ts';
import { secretPlace } from '../institution/row.ts';
import { done } from '../kernel/result.ts';
import { transact } from '../kernel/transact.ts';
import type { PaidNotice } from '../kernel/ports.ts';
import { readOrders } from './order.ts';
import { reversalToken } from './token.ts';

interface Due {
  orderId: string;
  institutionCode: string;
  msgid: string;
  at: Date;
  attempts: number;
}

/** An attempt is given this long before another process may try, in seconds; twice the port's own patience and more. */
const leaseSeconds = 30;
const firstWaitSeconds = 5;
const longestWaitSeconds = 3600;
const mostAtOnce = 20;

/** 5 s, 10 s, 20 s … at most an hour, for as long as it takes. */
const waitSeconds = (attempts: number): number =>
  Math.min(firstWaitSeconds * 2 ** Math.min(attempts - 1, 30), longestWaitSeconds);

/** As the interface writes it: the institution's code, yyyyMMddHHmmss in Asia/Shanghai and four digits. */
function messageId(code: string, at: Date): string {
  const local = new Date(at.getTime() + 8 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14);
  return `${code}${local}${String(randomInt(10_000)).padStart(4, '0')}`;
}

export async function insertNotices(
  tx: PoolClient,
  paid: readonly { orderId: string; message: Pick<Message, 'context' | 'institution'> }[],
): Promise<void> {
  await tx.query(
    `insert into gongji.online_order_notice (order_id, area, institution_code, msgid, at)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[])`,
    [
      paid.map(({ orderId }) => orderId),
      paid.map(({ message }) => message.institution.area),
      paid.map(({ message }) => message.institution.code),
      paid.map(({ message }) => messageId(message.institution.code, message.context.at)),
      paid.map(({ message }) => message.context.at.toISOString()),
    ],
  );
}

type Deps = Pick<ServiceDeps, 'pool' | 'cipher' | 'log' | 'ports'>;

/** How many notices were sent at least once and not taken yet. */
export async function countWaitingNotices(deps: Pick<Deps, 'pool'>): Promise<number> {
  const { rows } = await deps.pool.query<{ waiting: number }>(
    `select count(*)::int as waiting from gongji.online_order_notice where delivered_at is null and attempts > 0`,
  );
  return rows[0]?.waiting ?? 0;
}

/**
 * Sends what is due at `now`, in real time: each notice in one process only, and never again once it was taken. Every attempt
 * is kept among the institution's messages. Resolves with how many were tried.
 */
export async function sendDueNotices(deps: Deps, now: Date, clockAt: Date): Promise<number> {
  const { pool, log } = deps;
  const { rows } = await pool.query<Due>(
    `update gongji.online_order_notice n
     set attempts = attempts + 1, next_at = $1::timestamptz + make_interval(secs => $2)
     where order_id in (
       select order_id from gongji.online_order_notice where delivered_at is null and next_at <= $1
       order by next_at limit $3 for update skip locked)
     returning order_id as "orderId", institution_code as "institutionCode", msgid, at, attempts`,
    [now, leaseSeconds, mostAtOnce],
  );
  await Promise.all(
    rows.map((due) =>
      send(deps, due, now, clockAt).catch((error: unknown) =>
        log.error({ error, institution: due.institutionCode }, 'a notice of an order could not be sent'),
      ),
    ),
  );
  return rows.length;
}

async function send({ pool, cipher, ports, log }: Deps, due: Due, now: Date, clockAt: Date): Promise<void> {
  const begunMs = performance.now();
  const order = (await readOrders(pool, cipher, [due.orderId])).get(due.orderId);
  const receiver = await receiverOf(pool, cipher, due.institutionCode);
  const { settlementId, figures } = order ?? {};
  if (!order || !receiver || !settlementId || !figures)
    throw new Error('A notice lost its order, or its institution');
  const { orderId, ownNo, visitId } = order;
  const outcome = await ports.institutions.tellPaid({
    ...receiver,
    msgid: due.msgid,
    ...{ orderId, ownNo, visitId, settlementId, paidAt: due.at },
    ...{ totalFen: figures.totalFen, cashFen: figures.cashFen, fundFen: figures.fundFen },
    accountFen: figures.ownAccountFen + figures.sharedFen,
    reversalToken: reversalToken(cipher, { settlementId, paidAt: due.at }, clockAt),
  });
  const isTaken = outcome.result === 'taken';
  if (!isTaken) {
    const { institutionCode: institution, attempts } = due;
    log.warn({ institution, attempts, result: outcome.result }, 'a notice of an order was not taken');
  }
  const { institution } = receiver;
  const context = {
    ...{ at: clockAt, today: '', channel: 'interface' },
    actor: { kind: 'institution' as const, institutionCode: institution.code, area: institution.area },
  };
  const message = { context, institution, msgid: due.msgid, infno: '6302', asked: outcome.asked, begunMs };
  await transact(pool, async (tx) => {
    await tx.query(
      `update gongji.online_order_notice
       set delivered_at = case when $2 then $3::timestamptz end, next_at = $3::timestamptz + make_interval(secs => $4)
       where order_id = $1 and delivered_at is null`,
      [due.orderId, isTaken, now, waitSeconds(due.attempts)],
    );
    const answered = isTaken
      ? { ok: true as const, output: '', masked: outcome.answered }
      : { ok: false as const, message: '', masked: outcome.answered };
    await insertMessages(tx, [{ message, answered }]);
    return done({});
  });
}

type Receiver = Pick<PaidNotice, 'url' | 'key' | 'cainfo' | 'institution'>;

/** The institution with its newest key that is valid; undefined when it has none. */
async function receiverOf(
  pool: Deps['pool'],
  cipher: FieldCipher,
  code: string,
): Promise<Receiver | undefined> {
  const { rows } = await pool.query<
    InstitutionMark & Pick<Receiver, 'url' | 'cainfo'> & { accessKey: string; secretEnc: Buffer }
  >(
    `select i.code, i.name, i.kind, i.level, i.area, i.notice_url as url, i.cainfo, k.access_key as "accessKey",
       k.secret_enc as "secretEnc"
     from gongji.institution i join gongji.institution_key k on k.institution_code = i.code
     where i.code = $1 and (k.valid_until is null or k.valid_until > now())
     order by k.valid_until is not null, k.created_at desc limit 1`,
    [code],
  );
  const row = rows[0];
  if (!row) return undefined;
  const { url, cainfo, accessKey, secretEnc, ...institution } = row;
  const secret = cipher.decryptText(secretEnc, secretPlace(code));
  return { url, cainfo, institution, key: { accessKey, secret } };
}
