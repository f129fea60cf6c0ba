// The calls of the till, wired to the database, the ledger and the policy.
import type { Settlement } from '@gongji/contract';
import { createBatcher } from '@gongji/ledger';
import type { ServiceDeps } from '../deps.ts';
import type { Context } from '../kernel/context.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { RelationService } from '../relation/service.ts';
import { billsOf, findBill } from './bill.ts';
import { tillOf } from './institution.ts';
import { findPatient } from './patient.ts';
import { quoteBill } from './quote.ts';
import { reverseBill } from './reverse.ts';
import type { SettlementService } from './service.ts';
import { settleTills } from './settle-tills.ts';
import type { TillItem } from './settle-tills.ts';
import { settlementView, settlementViews } from './view.ts';
import type { SealedSettlement } from './view.ts';

const mostListed = 200;
/** Bills of one transaction, and transactions at once. */
const batch = { maxBatch: 256, connections: 2 };

export function createSettlementService(
  deps: ServiceDeps,
  relations: Pick<RelationService, 'activeGivers'>,
): SettlementService {
  const { pool, cipher } = deps;
  const batcher = createBatcher<TillItem, Result<SealedSettlement>>({
    pool,
    ...batch,
    process: (tx, items) => settleTills(deps, relations, tx, items),
  });

  async function get(context: Context, settlementId: string): Promise<Result<Settlement>> {
    const till = await tillOf(pool, context.actor);
    if (!till.ok) return till;
    const bill = await findBill(pool, settlementId);
    if (bill?.institutionCode !== till.value.code) return refuse('not-found');
    const [view] = await settlementViews(pool, cipher, [bill]);
    return view ? done(view) : refuse('not-found');
  }

  return {
    patient: (context, body) => findPatient(deps, relations, context, body.credential),
    quote: (context, body) => quoteBill(deps, relations, context, body),
    async settle(context, { quoteId }, key) {
      const settled = await batcher.submit({ context, quoteId, key });
      // Names are opened after the commit: nobody waits for it.
      return settled.ok ? done(settlementView(cipher, settled.value)) : settled;
    },
    async list(context) {
      const till = await tillOf(pool, context.actor);
      if (!till.ok) return till;
      const bills = await billsOf(pool, till.value.code, mostListed);
      return done({ items: await settlementViews(pool, cipher, bills) });
    },
    get,
    async reverse(context, settlementId, { reason }, key) {
      const reversed = await reverseBill(deps, context, settlementId, reason, key);
      return reversed.ok ? get(context, settlementId) : reversed;
    },
    close: () => batcher.close(),
  };
}
