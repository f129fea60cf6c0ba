// Begins premium payments, one or several together: all of them are placed in one transaction, or none is.
import type { PremiumBody, PremiumOrderBody } from '@gongji/contract';
import { errorTexts } from '@gongji/contract';
import { openBooks } from '@gongji/ledger';
import type { PoolClient } from 'pg';
import type { z } from 'zod';
import type { ServiceDeps } from '../deps.ts';
import type { Context } from '../kernel/context.ts';
import { idempotent, storedAnswer } from '../kernel/idempotent.ts';
import type { Request } from '../kernel/idempotent.ts';
import { newId } from '../kernel/ids.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Refusal, Result } from '../kernel/result.ts';
import { transact } from '../kernel/transact.ts';
import type { RelationService } from '../relation/service.ts';
import { yuanText } from '../usage/money-text.ts';
import { insertOrder } from './order.ts';
import { placePremium } from './place.ts';
import { makeReady } from './ready.ts';
import type { Ready } from './ready.ts';

type Relations = Pick<RelationService, 'activeGivers'>;

async function lock(client: PoolClient, relations: Relations, ready: readonly Ready[]) {
  const givers = await relations.activeGivers(
    client,
    ready.map(({ quote }) => quote.memberNo),
  );
  const books = openBooks(client);
  await books.lock(
    ready.map(({ parties: { payer } }) => ({
      area: payer.area,
      kind: 'personal' as const,
      owner: payer.personNo,
    })),
  );
  return { client, books, givers };
}

/** Answers the payment's id once it stands with its hold; a refusal has taken nothing. */
export async function beginPremium(
  deps: ServiceDeps,
  relations: Relations,
  context: Context,
  body: z.infer<typeof PremiumBody>,
  key: string,
): Promise<Result<{ paymentId: string }>> {
  const { actor } = context;
  if (actor.kind !== 'person') return refuse('not-allowed');
  const { pool, cipher } = deps;
  const request = { context, area: actor.area, key, content: { call: 'premium.pay', ...body } };
  const stored = await storedAnswer<{ paymentId: string }>(pool, cipher, request);
  if (stored) return stored;
  // The only outside call comes before any lock.
  const ready = await makeReady(deps, context, actor.personNo, body.quoteId);
  if (!ready.ok) return ready;
  return transact(pool, (client) =>
    idempotent(client, cipher, request, async () => {
      const locked = await lock(client, relations, [ready.value]);
      return placePremium(deps, locked, context, ready.value, body.cashForShortfall);
    }),
  );
}

/** Whose payment stopped the order, and why. */
function stopped({ parties }: Ready, refusal: Refusal): Refusal {
  const { personNo, name } = parties.member;
  const why = errorTexts(refusal.code, refusal.details).message;
  return refuse('premium-order-stopped', { name, why, memberPersonNo: personNo, code: refusal.code });
}

/** Answers the order's id once every payment stands with its hold; a refusal names the person and has taken nothing at all. */
export async function beginPremiumOrder(
  deps: ServiceDeps,
  relations: Relations,
  context: Context,
  { quoteIds, cashForShortfall }: z.infer<typeof PremiumOrderBody>,
  key: string,
): Promise<Result<{ orderId: string }>> {
  const { actor } = context;
  if (actor.kind !== 'person') return refuse('not-allowed');
  const { pool, cipher } = deps;
  const content = { call: 'premium.payOrder', quoteIds, cashForShortfall };
  const request: Request = { context, area: actor.area, key, content };
  const stored = await storedAnswer<{ orderId: string }>(pool, cipher, request);
  if (stored) return stored;
  const ready: Ready[] = [];
  for (const quoteId of quoteIds) {
    const one = await makeReady(deps, context, actor.personNo, quoteId);
    if (!one.ok) return one;
    ready.push(one.value);
  }
  const shortfallFen = ready.reduce((sum, { quote }) => sum + quote.shown.shortfallFen, 0);
  if (shortfallFen > 0 && !cashForShortfall) {
    return refuse('shortfall', { shortfall: yuanText(shortfallFen), shortfallFen });
  }
  return transact(pool, (client) =>
    idempotent(client, cipher, request, async () => {
      const locked = await lock(client, relations, ready);
      const orderId = newId('premiumOrder');
      const paymentIds: string[] = [];
      for (const one of ready) {
        const placed = await placePremium(deps, locked, context, one, cashForShortfall);
        if (!placed.ok) return stopped(one, placed);
        paymentIds.push(placed.value.paymentId);
      }
      await insertOrder(
        client,
        { orderId, area: actor.area, payerNo: actor.personNo, at: context.at },
        paymentIds,
      );
      return done({ orderId });
    }),
  );
}
