// The calls of administrators about institutions, each in a transaction that sees the own area only.
import type {
  InstitutionAccount,
  InstitutionChangeBody,
  InstitutionKeyMade,
  NewInstitutionBody,
  NewInstitutionKeyBody,
} from '@gongji/contract';
import type { PoolClient } from 'pg';
import type { z } from 'zod';
import type { ServiceDeps } from '../deps.ts';
import { appendAction } from '../kernel/action.ts';
import { transactAsStaff } from '../kernel/area-role.ts';
import { idempotent } from '../kernel/idempotent.ts';
import { notifyChanged } from '../kernel/notify.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Refusal, Result } from '../kernel/result.ts';
import { withRight } from '../kernel/rights.ts';
import type { StaffContext } from '../kernel/rights.ts';
import { institutionHistory } from './history.ts';
import type { InstitutionActionKind, InstitutionPayload } from './history.ts';
import { messagesSeen } from './messages.ts';
import { endKeys, insertKey, institutionAccounts, lockInstitution } from './row.ts';
import type { InstitutionService } from './service.ts';
import { isUscc } from './uscc.ts';

type Deps = Pick<ServiceDeps, 'pool' | 'cipher'>;
type NewInstitution = z.infer<typeof NewInstitutionBody>;
type NewKey = z.infer<typeof NewInstitutionKeyBody>;

export function createInstitutionService(deps: Deps): InstitutionService {
  const { pool, cipher } = deps;
  const inArea = <Value>(context: StaffContext, work: (client: PoolClient) => Promise<Result<Value>>) =>
    transactAsStaff(pool, context.actor.area, work);
  /** Once for each idempotency key; the stored answer is encrypted, like the secret that it may carry. */
  const once = <Value>(
    context: StaffContext,
    key: string,
    content: unknown,
    work: (client: PoolClient) => Promise<Result<Value>>,
  ) =>
    inArea(context, (client) =>
      idempotent(client, cipher, { context, area: context.actor.area, key, content }, () => work(client)),
    );

  return {
    list: withRight('institution.manage', (context) =>
      inArea(context, async (client) => done({ items: await institutionAccounts(client) })),
    ),
    get: withRight('institution.manage', (context, code: string) =>
      inArea(context, async (client) => {
        const [institution] = await institutionAccounts(client, code);
        if (!institution) return refuse('not-found');
        return done({ institution, history: await institutionHistory(client, cipher, code) });
      }),
    ),
    create: withRight('institution.manage', (context, body: NewInstitution, key: string) =>
      once(context, key, { call: 'createInstitution', body }, (client) => open(deps, client, context, body)),
    ),
    change: withRight(
      'institution.manage',
      (context, code: string, body: InstitutionChangeBody, key: string) =>
        once(context, key, { call: 'changeInstitution', code, body }, (client) =>
          change(deps, client, context, code, body),
        ),
    ),
    makeKey: withRight('institution.manage', (context, code: string, body: NewKey, key: string) =>
      once(context, key, { call: 'makeInstitutionKey', code, body }, (client) =>
        makeKey(deps, client, context, code, body),
      ),
    ),
    messages: withRight('institution.manage', (context, code: string, search) =>
      inArea(context, async (client) => {
        const [institution] = await institutionAccounts(client, code);
        return institution ? done(await messagesSeen(client, code, search)) : refuse('not-found');
      }),
    ),
  };
}

async function open(
  { cipher }: Deps,
  client: PoolClient,
  context: StaffContext,
  { code, name, level, uscc = null, reason }: NewInstitution,
): Promise<Result<InstitutionKeyMade>> {
  const { area } = context.actor;
  const kind = code.startsWith('P') ? 'pharmacy' : 'hospital';
  if (code.slice(1, 7) !== area) {
    return refuse('institution-code-wrong', { what: `第 2 到 7 位应是本统筹区代码 ${area}` }, 'code');
  }
  if ((kind === 'pharmacy') !== (level === null)) {
    return refuse('institution-code-wrong', { what: '医院（H）要选择等级，药店（P）没有等级' }, 'level');
  }
  const wrong = usccProblem(uscc);
  if (wrong) return wrong;
  const { rowCount } = await client.query(
    `insert into gongji.institution (code, area, name, kind, level, uscc, messages_per_second)
     values ($1, $2, $3, $4, $5, $6, 200)
     on conflict (code) do nothing`,
    [code, area, name, kind, level, uscc],
  );
  if (rowCount === 0) return refuse('institution-code-taken', { code }, 'code');
  const key = await insertKey(client, cipher, { code, area });
  await record(cipher, client, context, code, 'created', { accessKey: key.accessKey }, reason);
  return done({ institution: await seen(client, code), ...key });
}

async function change(
  { cipher }: Deps,
  client: PoolClient,
  context: StaffContext,
  code: string,
  body: InstitutionChangeBody,
): Promise<Result<InstitutionAccount>> {
  const before = await locked(client, code, body.seenVersion);
  if (!before.ok) return before;
  let payload: InstitutionPayload = {};
  switch (body.change) {
    case 'suspend':
    case 'resume': {
      const state = body.change === 'suspend' ? 'suspended' : 'open';
      if (before.value.state === state) return refuse('state-changed');
      await client.query('update gongji.institution set state = $2 where code = $1', [code, state]);
      break;
    }
    case 'settings': {
      const { uscc, sm2PublicKey, cainfo, messagesPerSecond, noticeUrl } = body.settings;
      const wrong = usccProblem(uscc);
      if (wrong) return wrong;
      await client.query(
        `update gongji.institution set sm2_public_key = $2, cainfo = $3, messages_per_second = $4, notice_url = $5,
           uscc = $6
         where code = $1`,
        [code, sm2PublicKey, cainfo, messagesPerSecond, noticeUrl, uscc],
      );
      payload = { settings: settingsText(body.settings) };
      break;
    }
    case 'end-key': {
      const ended = await endKeys(client, code, { accessKey: body.accessKey }, 0);
      if (ended === 0) return refuse('institution-key-unknown', undefined, 'accessKey');
      payload = { accessKey: body.accessKey };
      break;
    }
  }
  await raise(client, code);
  await record(cipher, client, context, code, body.change, payload, body.reason);
  return done(await seen(client, code));
}

function usccProblem(uscc: string | null): Refusal | undefined {
  if (uscc === null || isUscc(uscc)) return undefined;
  const what = '统一社会信用代码的最后一位是校验位，和前面 17 位对不上，请照执照核对';
  return refuse('institution-code-wrong', { what }, 'uscc');
}

const settingsText = (settings: InstitutionAccount['settings']): string =>
  [
    settings.uscc === null ? '没有登记统一社会信用代码' : `统一社会信用代码 ${settings.uscc}`,
    settings.cainfo === 'required' ? '报文必须带签名' : '报文可以不带签名',
    settings.sm2PublicKey === null ? '没有 SM2 公钥' : '有 SM2 公钥',
    `每秒最多 ${settings.messagesPerSecond} 条`,
    settings.noticeUrl === null ? '结果通知用默认地址' : '结果通知用机构自己的地址',
  ].join('，');

async function makeKey(
  { cipher }: Deps,
  client: PoolClient,
  context: StaffContext,
  code: string,
  { overlapHours, reason, seenVersion }: NewKey,
): Promise<Result<InstitutionKeyMade>> {
  const before = await locked(client, code, seenVersion);
  if (!before.ok) return before;
  if (before.value.keys.length > 1) return refuse('institution-keys-two');
  const key = await insertKey(client, cipher, before.value);
  await endKeys(client, code, { except: key.accessKey }, overlapHours);
  await raise(client, code);
  await record(cipher, client, context, code, 'key-made', { accessKey: key.accessKey, overlapHours }, reason);
  return done({ institution: await seen(client, code), ...key });
}

/** The institution as it stands, locked, if it is the one that was seen. */
async function locked(
  client: PoolClient,
  code: string,
  seenVersion: number,
): Promise<Result<InstitutionAccount>> {
  if (!(await lockInstitution(client, code))) return refuse('not-found');
  const institution = await seen(client, code);
  return institution.version === seenVersion ? done(institution) : refuse('state-changed');
}

const raise = (client: PoolClient, code: string) =>
  client.query('update gongji.institution set version = version + 1 where code = $1', [code]);

async function seen(client: PoolClient, code: string): Promise<InstitutionAccount> {
  const [institution] = await institutionAccounts(client, code);
  if (!institution) throw new Error(`The institution ${code} was written and cannot be read`);
  return institution;
}

async function record(
  cipher: Deps['cipher'],
  client: PoolClient,
  context: StaffContext,
  code: string,
  kind: InstitutionActionKind,
  payload: InstitutionPayload,
  words: string,
): Promise<void> {
  const { area } = context.actor;
  const subject = { subjectKind: 'institution' as const, subjectId: code };
  await appendAction(client, cipher, context, { ...subject, area, kind, payload, words });
  await notifyChanged(client, [`area:${area}`, code]);
}
