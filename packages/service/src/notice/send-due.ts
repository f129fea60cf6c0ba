// Sends what waits in the outbox: each message by one process at a time, again until it is taken, quiet at night.
import type { ServiceDeps } from '../deps.ts';
import { place } from '../kernel/place.ts';
import { instantText } from '../kernel/instant.ts';
import { isNoticeKind, smsText } from './kinds.ts';

type Deps = Pick<ServiceDeps, 'pool' | 'cipher' | 'log' | 'ports'>;
type Way = 'sms' | 'wechat' | 'alipay';

interface Due {
  noticeId: string;
  way: Way;
  personNo: string;
  kind: string;
  attempts: number;
  phoneEnc: Buffer | null;
  permits: number | null;
}
type Failure = 'no-answer' | 'refused' | 'no-phone' | 'no-permit';

/** An attempt is given this long before another process may try, in seconds; several times the port's own patience. */
const leaseSeconds = 30;
const firstWaitSeconds = 5;
const longestWaitSeconds = 3600;
/** About twelve hours of silence, then somebody has to look. */
const mostAttempts = 20;
const mostAtOnce = 50;
/** Text messages that can wait are kept from 22:00 to 08:00 in Asia/Shanghai. */
const quiet = { from: 22, to: 8 };
const hourMs = 3_600_000;

/** The end of the quiet hours that `now` (real time) lies in; undefined by day. */
export function quietUntil(now: Date): Date | undefined {
  const text = instantText(now);
  const hour = Number(text.slice(11, 13));
  if (hour >= quiet.to && hour < quiet.from) return undefined;
  const morning = new Date(`${text.slice(0, 10)}T0${quiet.to}:00:00+08:00`);
  return hour < quiet.to ? morning : new Date(morning.getTime() + 24 * hourMs);
}

/** 5 s, 10 s, 20 s … at most an hour. */
const waitSeconds = (attempts: number): number =>
  Math.min(firstWaitSeconds * 2 ** Math.min(attempts - 1, 30), longestWaitSeconds);

/**
 * Sends what is due at `now`, in real time. The provider is given the same key at every attempt, so that a message whose
 * answer was lost reaches the phone once. Resolves with how many were tried.
 */
export async function sendDueMessages(deps: Deps, now: Date): Promise<number> {
  const { pool, log } = deps;
  const morning = quietUntil(now);
  if (morning) {
    await pool.query(
      `update gongji.notice_message set next_at = $2
       where state = 'waiting' and next_at <= $1 and way = 'sms' and not urgent`,
      [now, morning],
    );
  }
  const { rows } = await pool.query<Due>(
    `with due as (
       update gongji.notice_message m
       set attempts = attempts + 1, next_at = $1::timestamptz + make_interval(secs => $2)
       where (notice_id, way) in (
         select notice_id, way from gongji.notice_message where state = 'waiting' and next_at <= $1
         order by next_at limit $3 for update skip locked)
       returning notice_id, way, person_no, kind, attempts)
     select d.notice_id as "noticeId", d.way, d.person_no as "personNo", d.kind, d.attempts, p.phone_enc as "phoneEnc",
       s.permits
     from due d left join gongji.person p on p.person_no = d.person_no
       left join gongji.subscription s on s.person_no = d.person_no and s.host = d.way`,
    [now, leaseSeconds, mostAtOnce],
  );
  await Promise.all(
    rows.map((due) =>
      sendOne(deps, due, now).catch((error: unknown) =>
        log.error({ error, noticeId: due.noticeId, way: due.way }, 'a message could not be sent'),
      ),
    ),
  );
  return rows.length;
}

async function sendOne(deps: Deps, due: Due, now: Date): Promise<void> {
  const { pool, log } = deps;
  const { noticeId, way, attempts } = due;
  const failure = await hand(deps, due);
  const isOver = failure !== undefined && (failure !== 'no-answer' || attempts >= mostAttempts);
  if (failure) log.warn({ noticeId, way, attempts, failure }, 'a message was not taken');
  const state = failure === undefined ? 'sent' : isOver ? 'dead' : 'waiting';
  await pool.query(
    `update gongji.notice_message
     set state = $3, failure = $4, next_at = $5::timestamptz + make_interval(secs => $6),
       ended_at = case when $3 = 'waiting' then null else $5::timestamptz end
     where notice_id = $1 and way = $2 and state = 'waiting'`,
    [noticeId, way, state, failure ?? null, now, waitSeconds(attempts)],
  );
}

async function hand({ pool, cipher, ports }: Deps, due: Due): Promise<Failure | undefined> {
  const { noticeId, way, personNo, kind, phoneEnc, permits } = due;
  if (!isNoticeKind(kind)) throw new Error(`No text for notices of the kind ${kind}`);
  const message = { reference: `${noticeId}:${way}`, text: smsText(kind) };
  if (way === 'sms') {
    if (!phoneEnc) return 'no-phone';
    const phone = cipher.decryptText(phoneEnc, place('person.phone_enc', personNo));
    return failureOf((await ports.sms.send({ ...message, phone })).result);
  }
  if (!permits) return 'no-permit';
  const { result } = await ports.sms.sendToHost({ ...message, host: way, personNo });
  if (result === 'sent') {
    await pool.query(
      `update gongji.subscription set permits = permits - 1 where person_no = $1 and host = $2 and permits > 0`,
      [personNo, way],
    );
  }
  return failureOf(result);
}

const failureOf = (result: 'sent' | 'refused' | 'silent'): Failure | undefined =>
  result === 'sent' ? undefined : result === 'refused' ? 'refused' : 'no-answer';
