// Cases of reconciliation: `open`, `resolved` or `all`.
import { refuse } from '@gongji/service';
import { route } from '../../edge/route.ts';

export const listFinanceCases = route(
  'listFinanceCases',
  'money.work',
  async ({ services, context, params: { state } }) => {
    if (state !== 'open' && state !== 'resolved' && state !== 'all') return refuse('not-found');
    const cases = await services.reconciliation.list(context, state === 'all' ? {} : { state });
    return cases.ok ? { ok: true, value: { items: cases.value } } : cases;
  },
);
