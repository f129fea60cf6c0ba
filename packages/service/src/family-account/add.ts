// Adds a relative to the 亲情账户: registries first, then the limits under both people's locks.
import type { FamilyAccount, FamilyAccountBody } from '@gongji/contract';
import { areaInfo } from '@gongji/policy';
import type { PoolClient } from 'pg';
import { registerMember } from '../application/bind.ts';
import { areaName } from '../area/insured-areas.ts';
import { appendAction } from '../kernel/action.ts';
import type { Context } from '../kernel/context.ts';
import { birthDateOf, isValidIdNumber } from '../kernel/id-number.ts';
import { idempotent, storedAnswer } from '../kernel/idempotent.ts';
import { newId } from '../kernel/ids.ts';
import { notifyChanged } from '../kernel/notify.ts';
import type { InsuredPerson } from '../kernel/ports.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { transact } from '../kernel/transact.ts';
import { writeNotices } from '../notice/write.ts';
import { findPerson, lockPeople } from '../person/store.ts';
import type { PersonRecord } from '../person/record.ts';
import type { FamilyDeps } from './create.ts';
import { insertLink, linksOf } from './store.ts';
import { familyView } from './view.ts';

const fullAge = 18;

/** Whether somebody born on this day is under 18 on `today`. */
function isMinor(bornOn: string, today: string): boolean {
  return `${Number(bornOn.slice(0, 4)) + fullAge}${bornOn.slice(4)}` > today;
}

interface Asked {
  insured: InsuredPerson;
  /** A child of the holder under 18, who needs no word of their own. */
  isOwnChild: boolean;
}

async function ask(
  { registry }: FamilyDeps['ports'],
  holder: PersonRecord,
  { memberName, memberIdNumber }: FamilyAccountBody,
  today: string,
): Promise<Result<Asked>> {
  const minor = isMinor(birthDateOf(memberIdNumber), today);
  const [identity, insured, kinship] = await Promise.all([
    registry.checkIdentity(memberName, memberIdNumber),
    registry.findInsurance(memberIdNumber),
    minor ? registry.checkKinship(holder.idNumber, memberIdNumber, 'child') : undefined,
  ]);
  if (identity.result === 'silent' || kinship?.result === 'silent') {
    return refuse('outside-unavailable', { system: '户籍登记系统' });
  }
  if (insured.result === 'silent') return refuse('outside-unavailable', { system: '医保参保登记系统' });
  if (identity.result !== 'match') return refuse('name-number-mismatch', undefined, 'memberName');
  if (insured.result === 'not-found') return refuse('member-not-insured', undefined, 'memberIdNumber');
  if (minor && kinship?.result !== 'confirmed') return refuse('family-account-minor');
  return done({ insured, isOwnChild: minor });
}

interface Addition extends Asked {
  context: Context;
  body: FamilyAccountBody;
  holder: PersonRecord;
}

async function store(
  deps: FamilyDeps,
  client: PoolClient,
  { context, body, holder, insured, isOwnChild }: Addition,
): Promise<Result<FamilyAccount>> {
  const { cipher, library } = deps;
  const limits = areaInfo(library, holder.area, context.today)?.familyAccount;
  if (!limits) return refuse('policy-not-recorded', { what: `${areaName(holder.area)}的亲情账户` });
  const memberNo = insured.personNo;
  const application = {
    registered: insured,
    memberNo,
    memberIdNumber: body.memberIdNumber,
    memberPhone: null,
  };
  await registerMember(client, cipher, context, application);
  await lockPeople(client, [holder.personNo, memberNo]);
  const held = (await linksOf(client, holder.personNo)).filter((link) => link.holderNo === holder.personNo);
  const holders = (await linksOf(client, memberNo)).filter((link) => link.memberNo === memberNo);
  if (held.some((link) => link.memberNo === memberNo)) return refuse('family-account-exists');
  if (held.length >= limits.mostMembers) {
    return refuse('family-account-full', { count: held.length, limit: limits.mostMembers });
  }
  if (holders.length >= limits.mostHoldersPerMember) {
    return refuse('family-account-holders-full', {
      count: holders.length,
      limit: limits.mostHoldersPerMember,
    });
  }
  const linkId = newId('familyAccount');
  await insertLink(client, {
    ...{ linkId, area: holder.area, holderNo: holder.personNo, memberNo, since: context.at },
    state: isOwnChild ? 'active' : 'asked',
  });
  await appendAction(client, cipher, context, {
    ...{ area: insured.area, subjectKind: 'person', subjectId: memberNo },
    kind: isOwnChild ? 'family-account-added' : 'family-account-asked',
    payload: { linkId, holderNo: holder.personNo },
  });
  if (!isOwnChild) {
    await writeNotices(client, [
      {
        ...{ kind: 'code-asked', personNo: memberNo, area: insured.area, otherNo: holder.personNo },
        ...{ reference: `${linkId}:asked`, subjectKind: 'family-account', subjectId: linkId, at: context.at },
      },
    ]);
  }
  await notifyChanged(client, [holder.personNo, memberNo]);
  return done(await familyView(deps, client, context, holder.personNo));
}

export async function addToFamilyAccount(
  deps: FamilyDeps,
  context: Context,
  body: FamilyAccountBody,
  key: string,
): Promise<Result<FamilyAccount>> {
  const { pool, cipher } = deps;
  const { actor, today } = context;
  if (actor.kind !== 'person') return refuse('not-allowed');
  const request = { context, area: actor.area, key, content: { call: 'addFamilyAccount', body } };
  const earlier = await storedAnswer<FamilyAccount>(pool, cipher, request);
  if (earlier) return earlier;
  const holder = await findPerson(pool, cipher, actor.personNo);
  if (!holder) return refuse('not-found');
  if (!isValidIdNumber(body.memberIdNumber, today)) {
    return refuse('id-number-wrong', undefined, 'memberIdNumber');
  }
  if (body.memberIdNumber === holder.idNumber) {
    return refuse('family-account-self', undefined, 'memberIdNumber');
  }
  const asked = await ask(deps.ports, holder, body, today);
  if (!asked.ok) return asked;
  const addition = { context, body, holder, ...asked.value };
  return transact(pool, (client) => idempotent(client, cipher, request, () => store(deps, client, addition)));
}
