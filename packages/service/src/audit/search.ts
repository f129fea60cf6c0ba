// Who did and who saw what: actions and sign-ins of an area in one order, the newest first.
import type { AuditEntry, AuditPage, AuditSearchBody } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import type { PoolClient } from 'pg';
import { instantText } from '../kernel/instant.ts';
import { actorNames, storyColumns, wordsOfAction } from '../record/story.ts';
import type { StoredAction } from '../record/story.ts';
import { actionText, changesOf, channelText, subjectWords } from '../record/words.ts';
import type { SignInEntry, SignInLog } from './sign-ins.ts';

/** Where a page ends: entries of one instant stand in the order actions, sign-ins, each by number. */
interface Cursor {
  at: Date;
  source: 'action' | 'sign-in';
  number: number;
}

type Found = { at: Date; number: number } & (
  { source: 'action'; action: StoredAction } | { source: 'sign-in'; signIn: SignInEntry }
);

export type AuditFilter = Omit<AuditSearchBody, 'before'>;

const cursorText = ({ at, source, number }: Cursor) => `${at.toISOString()}|${source}|${number}`;

/** Undefined for a text that no page has given out. */
export function readCursor(text: string): Cursor | undefined {
  const [at = '', source, number = ''] = text.split('|');
  const instant = new Date(at);
  const isRight = !Number.isNaN(instant.getTime()) && /^\d{1,15}$/.test(number);
  return isRight && (source === 'action' || source === 'sign-in')
    ? { at: instant, source, number: Number(number) }
    : undefined;
}

/** The instants of a day of Asia/Shanghai and of the one after the last. */
function instantsOf({ from, to }: AuditFilter): { from: Date; until: Date } {
  const dayMs = 24 * 60 * 60 * 1000;
  const until = new Date(new Date(`${to}T00:00:00+08:00`).getTime() + dayMs);
  return { from: new Date(`${from}T00:00:00+08:00`), until };
}

async function findActions(
  client: PoolClient,
  filter: AuditFilter,
  cursor: Cursor | undefined,
  limit: number,
): Promise<Found[]> {
  if (filter.kind === 'signed-in') return [];
  const { from, until } = instantsOf(filter);
  const about = filter.about.includes('/') ? filter.about : null;
  // Of the cursor's own instant, actions stand before sign-ins: none is left when the cursor is a sign-in.
  const below = cursor && (cursor.source === 'action' ? cursor.number : 0);
  const { rows } = await client.query<StoredAction>(
    `select ${storyColumns} from gongji.action
     where area = gongji.current_area() and at >= $1 and at < $2
       and ($3 = 'all' or ($3 = 'saw') = (subject_kind = 'sight' or kind = 'revealed'))
       and ($4 = '' or actor_id = $4 or payload ->> 'forPerson' = $4)
       and ($5 = '' or subject_id = $5 or payload ->> 'of' = $6 or payload ->> 'of' like '%/' || $5)
       and ($7::timestamptz is null or at < $7 or (at = $7 and record_no < $8))
     order by at desc, record_no desc limit $9`,
    [
      ...[from, until, filter.kind, filter.by, filter.about, about],
      ...[cursor?.at ?? null, below ?? 0, limit],
    ],
  );
  return rows.map((action) => ({ source: 'action', at: action.at, number: action.recordNo, action }));
}

async function findSignIns(
  log: SignInLog,
  area: string,
  filter: AuditFilter,
  cursor: Cursor | undefined,
  limit: number,
): Promise<Found[]> {
  if (filter.kind === 'did' || filter.kind === 'saw' || filter.about !== '') return [];
  const { from, until } = instantsOf(filter);
  const before = cursor && {
    at: cursor.at,
    signInId: cursor.source === 'sign-in' ? cursor.number : Number.MAX_SAFE_INTEGER,
  };
  const found = await log.search({
    ...{ area, subjectNo: filter.by === '' ? undefined : filter.by, from, until, before, limit },
  });
  return found.map((signIn) => ({ source: 'sign-in', at: signIn.at, number: signIn.signInId, signIn }));
}

const order = (left: Found, right: Found): number =>
  right.at.getTime() - left.at.getTime() ||
  left.source.localeCompare(right.source) ||
  right.number - left.number;

/** A page of at most `limit` entries. */
export async function searchAudit(
  client: PoolClient,
  cipher: FieldCipher,
  log: SignInLog,
  area: string,
  { filter, cursor, limit }: { filter: AuditFilter; cursor: Cursor | undefined; limit: number },
): Promise<AuditPage> {
  const found = [
    ...(await findActions(client, filter, cursor, limit + 1)),
    ...(await findSignIns(log, area, filter, cursor, limit + 1)),
  ].toSorted(order);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    items: await entriesOf(client, cipher, page),
    nextBefore: found.length > limit && last ? cursorText(last) : null,
  };
}

async function entriesOf(
  client: PoolClient,
  cipher: FieldCipher,
  found: readonly Found[],
): Promise<AuditEntry[]> {
  const actions = found.flatMap((one) => (one.source === 'action' ? [one.action] : []));
  const signIns = found.flatMap((one) => (one.source === 'sign-in' ? [asAction(one.signIn)] : []));
  const nameOf = await actorNames(client, cipher, [...actions, ...signIns]);
  return found.map((one) => {
    const entryId = cursorText(one);
    const at = instantText(one.at);
    if (one.source === 'sign-in') {
      const by = nameOf(asAction(one.signIn));
      return {
        ...{ entryId, at, kind: 'signed-in', text: '登录', by, channel: '登录页面', about: '' },
        ...{ changes: [], words: null },
      };
    }
    const { action } = one;
    const isLook = action.subjectKind === 'sight' || action.kind === 'revealed';
    return {
      ...{ entryId, at, kind: isLook ? 'saw' : 'did', by: nameOf(action) },
      text: actionText(action.subjectKind, action.kind),
      channel: channelText(action.channel),
      about: aboutText(action),
      changes: changesOf(action.payload),
      words: wordsOfAction(cipher, action),
    };
  });
}

const asAction = (signIn: SignInEntry): StoredAction => ({
  ...{ subjectKind: 'session', subjectId: '', recordNo: 0, kind: 'signed-in', channel: '', payload: {} },
  ...{ actorKind: signIn.kind, actorId: signIn.subjectNo, at: signIn.at, sealed: null },
});

function aboutText({ subjectKind, subjectId, payload }: StoredAction): string {
  if (subjectKind !== 'sight') return `${subjectWords[subjectKind] ?? subjectKind} ${subjectId}`;
  const of = payload['of'];
  if (typeof of !== 'string') return '没有找到';
  const [kind = '', ...id] = of.split('/');
  return `${subjectWords[kind] ?? kind} ${id.join('/')}`;
}
