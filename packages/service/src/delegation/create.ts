// The calls about permissions to act for somebody, wired to the database.
import { DelegationScope } from '@gongji/contract';
import type { Delegation, DelegationBody } from '@gongji/contract';
import type { PoolClient } from 'pg';
import type { z } from 'zod';
import type { ServiceDeps } from '../deps.ts';
import { appendAction } from '../kernel/action.ts';
import type { Context } from '../kernel/context.ts';
import { isValidIdNumber } from '../kernel/id-number.ts';
import { idempotent } from '../kernel/idempotent.ts';
import { newId } from '../kernel/ids.ts';
import { notifyChanged } from '../kernel/notify.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { transact } from '../kernel/transact.ts';
import type { NoticeKind } from '../notice/kinds.ts';
import { writeNotices } from '../notice/write.ts';
import type { NewNotice } from '../notice/write.ts';
import { findPeople, findPersonByIdNumber, lockPeople } from '../person/store.ts';
import {
  delegationHistories,
  delegationsOf,
  delegationView,
  findDelegation,
  insertDelegation,
  stateOf,
} from './row.ts';
import type { DelegationRow } from './row.ts';
import type { DelegationService } from './service.ts';

const adultYears = 18;

/** What the answer is made of; small enough to be kept for a repeated call. */
type Sides = Pick<DelegationRow, 'delegationId' | 'principalNo' | 'helperNo'>;
type Owner = { personNo: string; area: string };

/** The same day so many years later; 29 February becomes 1 March. */
function yearsLater(day: string, years: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCFullYear(at.getUTCFullYear() + years);
  return at.toISOString().slice(0, 10);
}

export function createDelegationService({
  pool,
  cipher,
}: Pick<ServiceDeps, 'pool' | 'cipher'>): DelegationService {
  /** Each side with the other's name, in the inbox and by message. */
  async function tellBoth(
    client: PoolClient,
    { delegationId, principalNo, helperNo }: Sides,
    { at }: Context,
    event: string,
    [toPrincipal, toHelper]: readonly [NoticeKind, NoticeKind],
  ): Promise<void> {
    const people = await findPeople(client, cipher, [principalNo, helperNo]);
    const told = (personNo: string, otherNo: string, kind: NoticeKind): NewNotice => ({
      ...{ kind, personNo, otherNo, area: people.get(personNo)?.area ?? '', at },
      ...{ reference: `${delegationId}:${event}`, subjectKind: 'delegation', subjectId: delegationId },
    });
    await writeNotices(client, [
      told(principalNo, helperNo, toPrincipal),
      told(helperNo, principalNo, toHelper),
    ]);
  }

  /** A step of one's own, once for each key. Nobody hands on or takes back a permission in another's name. */
  async function write(
    context: Context,
    key: string,
    content: object,
    work: (client: PoolClient, me: Owner) => Promise<Result<Sides>>,
  ): Promise<Result<Sides>> {
    const { actor } = context;
    if (actor.kind !== 'person' || actor.helper || actor.clerk) return refuse('not-allowed');
    return transact(pool, (client) =>
      idempotent(client, cipher, { context, area: actor.area, key, content }, async () => {
        const written = await work(client, actor);
        if (written.ok) await notifyChanged(client, [written.value.principalNo, written.value.helperNo]);
        return written;
      }),
    );
  }

  async function views(rows: readonly DelegationRow[], today: string): Promise<Delegation[]> {
    const numbers = rows.flatMap((row) => [row.principalNo, row.helperNo]);
    const people = await findPeople(pool, cipher, [...new Set(numbers)]);
    const histories = await delegationHistories(
      pool,
      rows.map((row) => row.delegationId),
    );
    return rows.map((row) => delegationView(row, people, histories.get(row.delegationId) ?? [], today));
  }

  async function shown({ today }: Context, delegationId: string): Promise<Result<Delegation>> {
    const row = await findDelegation(pool, delegationId);
    const [view] = row ? await views([row], today) : [];
    return view ? done(view) : refuse('not-found');
  }

  return {
    async list({ actor, today }) {
      if (actor.kind !== 'person' || actor.helper) return refuse('not-allowed');
      const rows = await delegationsOf(pool, actor.personNo);
      const all = await views(rows, today);
      const ofSide = (side: 'principalNo' | 'helperNo') =>
        all.filter((_, index) => rows[index]?.[side] === actor.personNo);
      return done({ given: ofSide('principalNo'), received: ofSide('helperNo') });
    },

    async grant(context, body, key) {
      const granted = await write(context, key, { call: 'grantDelegation', body }, (client, me) =>
        grant(client, context, me, body),
      );
      return granted.ok ? shown(context, granted.value.delegationId) : granted;
    },

    async revoke(context, delegationId, key) {
      const content = { call: 'revokeDelegation', delegationId };
      const revoked = await write(context, key, content, async (client, { personNo }) => {
        const row = await findDelegation(client, delegationId, 'for update');
        if (!row || ![row.principalNo, row.helperNo].includes(personNo)) return refuse('not-found');
        if (row.revokedAt) return refuse('state-changed');
        await client.query('update gongji.delegation set revoked_at = $2 where delegation_id = $1', [
          delegationId,
          context.at,
        ]);
        await appendAction(client, cipher, context, {
          ...{ subjectKind: 'delegation', subjectId: delegationId, area: row.area, kind: 'revoked' },
          payload: { by: row.principalNo === personNo ? 'principal' : 'helper' },
        });
        await tellBoth(client, row, context, 'revoked', ['help-ended', 'help-ended']);
        return done({ delegationId, principalNo: row.principalNo, helperNo: row.helperNo });
      });
      return revoked.ok ? shown(context, delegationId) : revoked;
    },

    async acting(helperNo, delegationId, today) {
      const row = await findDelegation(pool, delegationId);
      if (row?.helperNo !== helperNo || stateOf(row, today) !== 'active') return undefined;
      return {
        ...{ principalNo: row.principalNo, principalArea: row.area, scopes: row.scopes },
        helper: { personNo: helperNo, delegationId },
      };
    },

    async tellActed(context, { delegationId }, key) {
      const row = await findDelegation(pool, delegationId);
      if (!row) return;
      await transact(pool, async (client) => {
        await tellBoth(client, row, context, `acted:${key}`, ['helper-acted', 'acted-for']);
        return done(undefined);
      });
    },
  };

  async function grant(
    client: PoolClient,
    context: Context,
    { personNo, area }: Owner,
    { helperName, helperIdNumber, scopes, from, to }: z.infer<typeof DelegationBody>,
  ): Promise<Result<Sides>> {
    const { today, at } = context;
    const idNumber = helperIdNumber.replaceAll(/\s/g, '').toUpperCase();
    if (!isValidIdNumber(idNumber, today)) return refuse('id-number-wrong', undefined, 'helperIdNumber');
    if (from < today || to < from || to > yearsLater(from, 1))
      return refuse('delegation-days-wrong', undefined, 'to');
    const helper = await findPersonByIdNumber(client, cipher, idNumber);
    // The same words for a wrong name and an unknown number: nobody learns who is on the register.
    if (helper?.name !== helperName || yearsLater(helper.bornOn, adultYears) > today)
      return refuse('helper-unknown', undefined, 'helperIdNumber');
    if (helper.personNo === personNo) return refuse('helper-is-self', undefined, 'helperIdNumber');
    await lockPeople(client, [personNo, helper.personNo]);
    const stands = (row: DelegationRow) =>
      row.principalNo === personNo && row.helperNo === helper.personNo && !row.revokedAt && row.to >= today;
    if ((await delegationsOf(client, personNo)).some(stands)) return refuse('delegation-exists');
    const row = {
      ...{ delegationId: newId('delegation'), area, principalNo: personNo, helperNo: helper.personNo },
      scopes: DelegationScope.options.filter((scope) => scopes.includes(scope)),
      ...{ from, to, createdAt: at },
    };
    await insertDelegation(client, row);
    await appendAction(client, cipher, context, {
      ...{ subjectKind: 'delegation', subjectId: row.delegationId, area, kind: 'granted' },
      payload: { helperNo: row.helperNo, scopes: row.scopes, from, to },
    });
    await tellBoth(client, row, context, 'granted', ['helper-permitted', 'asked-to-help']);
    const { delegationId, principalNo, helperNo } = row;
    return done({ delegationId, principalNo, helperNo });
  }
}
