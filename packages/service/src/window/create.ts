// The calls of window clerks: the person's own calls, asked by the clerk, with what the person signed.
import { relationWords } from '@gongji/contract';
import type { Result } from '../kernel/result.ts';
import type { ApplicationService } from '../application/service.ts';
import type { AreaService } from '../area/service.ts';
import type { ServiceDeps } from '../deps.ts';
import { transactAsStaff } from '../kernel/area-role.ts';
import type { Context } from '../kernel/context.ts';
import { done, refuse } from '../kernel/result.ts';
import { withRight } from '../kernel/rights.ts';
import type { StaffContext } from '../kernel/rights.ts';
import { transact } from '../kernel/transact.ts';
import { markOf } from '../person/mark.ts';
import type { PersonRecord } from '../person/record.ts';
import type { PersonService } from '../person/service.ts';
import { findPerson, findPersonByIdNumber } from '../person/store.ts';
import type { PhotoService } from '../photo/service.ts';
import { findPremiumQuote } from '../premium/quote.ts';
import type { PremiumService } from '../premium/service.ts';
import type { ReceiptService } from '../receipt/service.ts';
import { recordSight, sightOf } from '../record/sight.ts';
import type { RelationService } from '../relation/service.ts';
import { yuanText } from '../usage/money-text.ts';
import { keepConsent } from './consent.ts';
import type { Consent } from './consent.ts';
import type { WindowService } from './service.ts';

interface Parts {
  person: PersonService;
  area: AreaService;
  photo: PhotoService;
  application: ApplicationService;
  relation: RelationService;
  premium: PremiumService;
  receipt: ReceiptService;
}

export function createWindowService(
  { pool, cipher }: Pick<ServiceDeps, 'pool' | 'cipher'>,
  parts: Parts,
): WindowService {
  /** The person as the clerk's area knows them; a member from elsewhere who is bound here is another agency's. */
  const personOf = (context: StaffContext, personNo: string): Promise<Result<PersonRecord>> =>
    transactAsStaff(pool, context.actor.area, async (client) => {
      const person = await findPerson(client, cipher, personNo);
      return person?.area === context.actor.area ? done(person) : refuse('not-found');
    });

  const asPerson = (
    context: StaffContext,
    { personNo, area }: PersonRecord,
    consentId?: string,
  ): Context => ({
    ...context,
    actor: {
      ...{ kind: 'person', personNo, area },
      ...(consentId === undefined ? {} : { clerk: { staffNo: context.actor.staffNo, consentId } }),
    },
    channel: 'window',
  });

  const look = (context: StaffContext, of: string): Promise<Result<undefined>> =>
    transactAsStaff(pool, context.actor.area, async (client) => {
      await recordSight(client, cipher, { ...context, channel: 'window' }, { kind: 'viewed', of });
      return done(undefined);
    });

  /** Keeps what was signed, then does it; what is refused then was signed all the same. */
  async function signed<Value>(
    context: StaffContext,
    person: PersonRecord,
    consent: Omit<Consent, 'personNo'>,
    key: string,
    work: (as: Context) => Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    const { personNo } = person;
    const kept = await transact(pool, (client) =>
      keepConsent(client, cipher, { ...context, channel: 'window' }, { ...consent, personNo }, key),
    );
    return kept.ok ? work(asPerson(context, person, kept.value)) : kept;
  }

  return {
    find: withRight('window.work', (context, number: string) =>
      transactAsStaff(pool, context.actor.area, async (client) => {
        const found = /^\d{17}[\dXx]$/.test(number)
          ? await findPersonByIdNumber(client, cipher, number.toUpperCase())
          : await findPerson(client, cipher, number);
        const person = found?.area === context.actor.area ? found : undefined;
        await recordSight(
          client,
          cipher,
          { ...context, channel: 'window' },
          {
            ...{ kind: 'searched', of: person ? sightOf('person', person.personNo) : null },
            ...(person ? { found: 1 } : { found: 0, words: number }),
          },
        );
        return done({ person: person ? markOf(person) : null });
      }),
    ),

    desk: withRight('window.work', async (context, personNo: string) => {
      const person = await personOf(context, personNo);
      if (!person.ok) return person;
      await look(context, sightOf('person', personNo));
      const as = asPerson(context, person.value);
      const me = await parts.person.me(as);
      if (!me.ok) return me;
      const guide = await parts.area.guide(as, person.value.area);
      if (!guide.ok) return guide;
      const relations = await parts.relation.list(as);
      if (!relations.ok) return relations;
      const applications = await parts.application.list(as);
      if (!applications.ok) return applications;
      const choices = await parts.premium.choices(as);
      if (!choices.ok) return choices;
      const payments = await parts.premium.list(as);
      if (!payments.ok) return payments;
      return done({
        ...{ me: me.value, guide: guide.value, relations: relations.value, choices: choices.value },
        ...{ applications: applications.value.items, payments: payments.value.items },
      });
    }),

    addPhoto: withRight('window.work', async (context, personNo: string, bytes: Buffer) => {
      const person = await personOf(context, personNo);
      return person.ok ? parts.photo.add(asPerson(context, person.value), bytes) : person;
    }),

    quotePremium: withRight('window.work', async (context, personNo: string, body) => {
      const person = await personOf(context, personNo);
      return person.ok ? parts.premium.quote(asPerson(context, person.value), body) : person;
    }),

    bind: withRight(
      'window.work',
      async (context, personNo: string, { application, signature }, key: string) => {
        const person = await personOf(context, personNo);
        if (!person.ok) return person;
        const { memberName, relation, promise } = application;
        const sentence = `本人签署承诺书（版本 ${promise.version}），申请绑定${relationWords[relation]}${memberName}。`;
        // The promise is signed by the same hand.
        const body =
          signature.on === 'pad'
            ? { ...application, promise: { ...promise, drawing: signature.drawing } }
            : application;
        return signed(context, person.value, { what: 'bind', sentence, signature }, key, (as) =>
          parts.application.submit(as, body, key),
        );
      },
    ),

    end: withRight(
      'window.work',
      async (context, personNo: string, relationId: string, { signature, ...body }, key: string) => {
        const person = await personOf(context, personNo);
        if (!person.ok) return person;
        const detail = await parts.relation.get(asPerson(context, person.value), relationId);
        if (!detail.ok) return detail;
        const { giver, member } = detail.value.relation;
        const sentence = `本人已读告知书（版本 ${body.noticeVersion}），解除${giver.name}与${member.name}的共济关系。`;
        return signed(context, person.value, { what: 'end', sentence, signature }, key, (as) =>
          parts.relation.end(as, relationId, body, key),
        );
      },
    ),

    payPremium: withRight(
      'window.work',
      async (context, personNo: string, { signature, ...body }, key: string) => {
        const person = await personOf(context, personNo);
        if (!person.ok) return person;
        const quote = await findPremiumQuote(pool, body.quoteId);
        if (quote?.payerNo !== personNo) return refuse('not-found');
        const member = await findPerson(pool, cipher, quote.memberNo);
        if (!member) return refuse('not-found');
        const { amountFen, fromAccountFen } = quote.shown;
        const sentence =
          `本人同意为${member.name}缴纳 ${quote.coverageYear} 年度城乡居民医保费 ${yuanText(amountFen)}，` +
          `其中个人账户 ${yuanText(fromAccountFen)}。`;
        return signed(context, person.value, { what: 'premium', sentence, signature }, key, (as) =>
          parts.premium.pay(as, body, key),
        );
      },
    ),

    receipt: withRight('window.work', async (context, personNo: string, paymentId: string) => {
      const person = await personOf(context, personNo);
      if (!person.ok) return person;
      const receipt = await parts.receipt.premium(asPerson(context, person.value), paymentId);
      if (receipt.ok) await look(context, sightOf('premium', paymentId));
      return receipt;
    }),
  };
}
