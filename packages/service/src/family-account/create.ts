// The calls of the 亲情账户, wired to the database, the registries and the policies.
import type { FamilyAccount } from '@gongji/contract';
import type { PoolClient } from 'pg';
import type { ServiceDeps } from '../deps.ts';
import { electronicCredential } from '../hospital/credential.ts';
import { appendAction } from '../kernel/action.ts';
import type { Context } from '../kernel/context.ts';
import { idempotent } from '../kernel/idempotent.ts';
import { instantText } from '../kernel/instant.ts';
import { notifyChanged } from '../kernel/notify.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { transact } from '../kernel/transact.ts';
import { markOf } from '../person/mark.ts';
import { findPerson, lockPeople } from '../person/store.ts';
import { addToFamilyAccount } from './add.ts';
import type { FamilyAccountService } from './service.ts';
import { findLink, moveLink } from './store.ts';
import type { FamilyLink } from './store.ts';
import { familyView } from './view.ts';

export type FamilyDeps = Pick<ServiceDeps, 'pool' | 'cipher' | 'library' | 'ports'>;

interface Change {
  linkId: string;
  key: string;
  call: string;
  agree?: boolean;
}

export function createFamilyAccountService(deps: FamilyDeps): FamilyAccountService {
  const { pool, cipher } = deps;

  /** Locks both people, reads the link again, and lets `next` say its new state; undefined when the person may not. */
  async function change(
    context: Context,
    { key, ...asked }: Change,
    next: (link: FamilyLink, personNo: string) => FamilyLink['state'] | undefined,
  ): Promise<Result<FamilyAccount>> {
    const { actor } = context;
    if (actor.kind !== 'person') return refuse('not-allowed');
    const { personNo } = actor;
    const work = async (client: PoolClient) => {
      const found = await findLink(client, asked.linkId);
      if (!found || (found.holderNo !== personNo && found.memberNo !== personNo)) return refuse('not-found');
      await lockPeople(client, [found.holderNo, found.memberNo]);
      const link = (await findLink(client, asked.linkId)) ?? found;
      const state = next(link, personNo);
      if (state === undefined) return refuse('not-found');
      await moveLink(client, link.linkId, state, context.at);
      const member = await findPerson(client, cipher, link.memberNo);
      await appendAction(client, cipher, context, {
        ...{ area: member?.area ?? link.area, subjectKind: 'person', subjectId: link.memberNo },
        kind: `family-account-${state}`,
        payload: { linkId: link.linkId, holderNo: link.holderNo },
      });
      await notifyChanged(client, [link.holderNo, link.memberNo]);
      return done(await familyView(deps, client, context, personNo));
    };
    return transact(pool, (client) =>
      idempotent(client, cipher, { context, area: actor.area, key, content: asked }, () => work(client)),
    );
  }

  return {
    async list(context) {
      if (context.actor.kind !== 'person') return refuse('not-allowed');
      return done(await familyView(deps, pool, context, context.actor.personNo));
    },
    add: (context, body, key) => addToFamilyAccount(deps, context, body, key),
    answer: (context, linkId, agree, key) =>
      change(context, { linkId, key, call: 'answerFamilyAccount', agree }, (link, personNo) => {
        if (link.memberNo !== personNo || link.state !== 'asked') return undefined;
        return agree ? 'active' : 'declined';
      }),
    end: (context, linkId, key) =>
      change(context, { linkId, key, call: 'endFamilyAccount' }, (link) =>
        link.state === 'asked' || link.state === 'active' ? 'ended' : undefined,
      ),
    async showCode(context, linkId) {
      const { actor, at } = context;
      if (actor.kind !== 'person') return refuse('not-allowed');
      return transact(pool, async (client) => {
        const link = await findLink(client, linkId);
        if (!link || link.holderNo !== actor.personNo || link.state !== 'active') return refuse('not-found');
        await lockPeople(client, [link.memberNo]);
        const member = await findPerson(client, cipher, link.memberNo);
        if (!member) return refuse('not-found');
        await appendAction(client, cipher, context, {
          ...{ area: member.area, subjectKind: 'person', subjectId: member.personNo },
          kind: 'family-account-code-shown',
          payload: { linkId, holderNo: link.holderNo },
        });
        const { credential, validUntil } = electronicCredential(cipher, member.personNo, at);
        return done({ person: markOf(member), credential, validUntil: instantText(validUntil) });
      });
    },
  };
}
