// The calls of administrators, each in a transaction that sees the own area only.
import type { NewStaffAccountBody, StaffAccount, StaffAccountChangeBody } from '@gongji/contract';
import type { PoolClient } from 'pg';
import type { z } from 'zod';
import { areaName, insuredAreasWith } from '../area/insured-areas.ts';
import type { ServiceDeps } from '../deps.ts';
import { appendAction } from '../kernel/action.ts';
import { asSystem, transactAsStaff } from '../kernel/area-role.ts';
import type { Context } from '../kernel/context.ts';
import { idempotent } from '../kernel/idempotent.ts';
import { notifyChanged } from '../kernel/notify.ts';
import { place } from '../kernel/place.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { withRight } from '../kernel/rights.ts';
import type { StaffContext } from '../kernel/rights.ts';
import { transact } from '../kernel/transact.ts';
import { historyOf } from './history.ts';
import type { AccountActionKind, AccountPayload } from './history.ts';
import {
  accountsSeen,
  areasWithAdministrator,
  findAccount,
  institutionsSeen,
  lockAdministrators,
} from './row.ts';
import type { AccountRow } from './row.ts';
import type { StaffService } from './service.ts';

type Deps = Pick<ServiceDeps, 'pool' | 'cipher' | 'library'>;
type NewAccount = z.infer<typeof NewStaffAccountBody>;

export function createStaffService(deps: Deps): StaffService {
  const { pool, cipher, library } = deps;
  return {
    list: withRight('account.manage', ({ actor }) =>
      transactAsStaff(pool, actor.area, async (client) =>
        done({
          items: (await accountsSeen(client, cipher)).map((row) => viewOf(row, actor.staffNo)),
          institutions: await institutionsSeen(client),
          otherAreas: (await asSystem(client, actor.area, () => areasWithAdministrator(client)))
            .filter((area) => area !== actor.area)
            .map((area) => ({ area, name: areaName(area) })),
        }),
      ),
    ),

    get: withRight('account.manage', ({ actor }, staffNo: string) =>
      transactAsStaff(pool, actor.area, async (client) => {
        const accounts = new Map((await accountsSeen(client, cipher)).map((row) => [row.staffNo, row]));
        const account = accounts.get(staffNo);
        if (!account) return refuse('not-found');
        return done({
          account: viewOf(account, actor.staffNo),
          history: await historyOf(client, cipher, staffNo, (number) => accounts.get(number)?.name),
        });
      }),
    ),

    create: withRight('account.manage', (context, body: NewAccount, key: string) =>
      transactAsStaff(pool, context.actor.area, (client) =>
        idempotent(client, cipher, requestOf(context, key, { call: 'createStaffAccount', body }), () =>
          open(deps, client, context, body),
        ),
      ),
    ),

    appointFirst: ({ area, staffNo, name }, moment) =>
      transact(pool, async (client) => {
        const known = insuredAreasWith(library).provinces.flatMap(({ areas }) => areas);
        if (!known.some((each) => each.area === area)) return refuse('staff-area-unknown');
        // Two commands at once: one waits, and then there is an administrator.
        await client.query('select pg_advisory_xact_lock(hashtext($1))', [`first-administrator:${area}`]);
        if ((await areasWithAdministrator(client)).includes(area)) return refuse('administrator-exists');
        const { rowCount } = await client.query(
          `insert into gongji.staff (staff_no, area, name_enc, role) values ($1, $2, $3, 'administrator')
           on conflict (staff_no) do nothing`,
          [staffNo, area, cipher.encrypt(name, place('staff.name_enc', staffNo))],
        );
        if (rowCount === 0) return refuse('staff-number-taken', { staffNo });
        const context: Context = {
          ...{ actor: { kind: 'system', name: 'command' }, channel: 'command' },
          ...{ at: moment.at, today: moment.today },
        };
        await appendAction(client, cipher, context, {
          ...{ area, subjectKind: 'staff', subjectId: staffNo, kind: 'created' },
          payload: { role: 'administrator', institutionCode: null },
        });
        return done({ staffNo });
      }),

    change: withRight('account.manage', (context, staffNo: string, body: StaffAccountChangeBody, key) =>
      transactAsStaff(pool, context.actor.area, (client) =>
        idempotent(
          client,
          cipher,
          requestOf(context, key, { call: 'changeStaffAccount', staffNo, body }),
          () => change(deps, client, context, staffNo, body),
        ),
      ),
    ),
  };
}

const requestOf = (context: StaffContext, key: string, content: unknown) => ({
  context,
  area: context.actor.area,
  key,
  content,
});

const viewOf = (row: AccountRow, askedBy: string): StaffAccount => ({
  ...row,
  isOwn: row.staffNo === askedBy,
});

/** A cashier works for an open institution of the area; nobody else works for one. */
async function postFits(client: PoolClient, role: AccountRow['role'], code: string | null): Promise<boolean> {
  if (role !== 'cashier') return code === null;
  return (await institutionsSeen(client)).some((institution) => institution.code === code);
}

async function open(
  { cipher }: Deps,
  client: PoolClient,
  context: StaffContext,
  body: NewAccount,
): Promise<Result<StaffAccount>> {
  const { staffNo, name, role, institutionCode } = body;
  const { area } = context.actor;
  const administrators = await lockAdministrators(client, context.actor.staffNo);
  if (!administrators.includes(context.actor.staffNo)) return refuse('not-allowed');
  if (!(await postFits(client, role, institutionCode))) {
    return refuse('staff-institution-wrong', undefined, 'institutionCode');
  }
  const { rowCount } = await client.query(
    `insert into gongji.staff (staff_no, area, name_enc, role, institution_code) values ($1, $2, $3, $4, $5)
     on conflict (staff_no) do nothing`,
    [staffNo, area, cipher.encrypt(name, place('staff.name_enc', staffNo)), role, institutionCode],
  );
  if (rowCount === 0) return refuse('staff-number-taken', { staffNo }, 'staffNo');
  await record(cipher, client, context, staffNo, 'created', { role, institutionCode }, body.reason);
  return seen(cipher, client, context, staffNo);
}

async function change(
  { cipher }: Deps,
  client: PoolClient,
  context: StaffContext,
  staffNo: string,
  body: StaffAccountChangeBody,
): Promise<Result<StaffAccount>> {
  const { actor } = context;
  // The lock on all administrators: two of them who remove each other at once, and the second is one no more.
  const administrators = await lockAdministrators(client, staffNo);
  if (!administrators.includes(actor.staffNo)) return refuse('not-allowed');
  const account = await findAccount(client, cipher, staffNo);
  if (!account) return refuse('not-found');
  if (staffNo === actor.staffNo) return refuse('own-account');
  if (account.version !== body.seenVersion) return refuse('state-changed');

  const next = { ...account, institutionCode: account.institution?.code ?? null };
  switch (body.change) {
    case 'role':
      if (!(await postFits(client, body.role, body.institutionCode))) {
        return refuse('staff-institution-wrong', undefined, 'institutionCode');
      }
      Object.assign(next, { role: body.role, institutionCode: body.institutionCode });
      break;
    case 'disable':
    case 'enable':
      next.state = body.change === 'enable' ? 'active' : 'disabled';
      if (next.state === account.state) return refuse('state-changed');
      break;
    case 'move':
      if (body.area === actor.area || !(await takesStaff(client, actor.area, body.area))) {
        return refuse('staff-area-unknown', undefined, 'area');
      }
      Object.assign(next, { area: body.area, state: 'disabled' });
      // An institution stays in its area.
      if (account.role === 'cashier') return refuse('staff-institution-wrong', undefined, 'area');
      break;
  }
  const update = async () => {
    await client.query(
      `update gongji.staff set role = $2, institution_code = $3, state = $4, version = version + 1
       where staff_no = $1`,
      [staffNo, next.role, next.institutionCode, next.state],
    );
  };
  await update();
  const { role, institutionCode } = next;
  const payload: AccountPayload =
    body.change === 'role'
      ? { role, institutionCode, before: account.role }
      : { role, institutionCode, ...(body.change === 'move' ? { area: body.area } : {}) };
  await record(cipher, client, context, staffNo, body.change, payload, body.reason);
  if (body.change !== 'move') return seen(cipher, client, context, staffNo);
  await asSystem(client, actor.area, async () => {
    await client.query('update gongji.staff set area = $2 where staff_no = $1', [staffNo, body.area]);
    await notifyChanged(client, [`area:${body.area}`]);
  });
  return done({
    ...viewOf(account, actor.staffNo),
    area: body.area,
    areaName: areaName(body.area),
    state: 'disabled',
    version: account.version + 1,
  });
}

/** Only an area with an administrator can let a moved account work. */
const takesStaff = async (client: PoolClient, ownArea: string, area: string): Promise<boolean> =>
  (await asSystem(client, ownArea, () => areasWithAdministrator(client))).includes(area);

/** Appended as the system: the chain of an account that came from another area begins there. */
async function record(
  cipher: Deps['cipher'],
  client: PoolClient,
  context: StaffContext,
  staffNo: string,
  kind: AccountActionKind,
  payload: AccountPayload,
  words: string,
): Promise<void> {
  const { area } = context.actor;
  await asSystem(client, area, () =>
    appendAction(client, cipher, context, {
      area,
      subjectKind: 'staff',
      subjectId: staffNo,
      kind,
      payload,
      words,
    }),
  );
  await notifyChanged(client, [`area:${area}`]);
}

async function seen(
  cipher: Deps['cipher'],
  client: PoolClient,
  context: StaffContext,
  staffNo: string,
): Promise<Result<StaffAccount>> {
  const row = await findAccount(client, cipher, staffNo);
  if (!row) throw new Error(`The account ${staffNo} was written and cannot be read`);
  return done(viewOf(row, context.actor.staffNo));
}
