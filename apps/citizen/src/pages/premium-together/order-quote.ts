// What several premiums would cost from the account, worked out once and kept while the person goes through the pages.
import type { Answer } from '@gongji/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { act } from '../../api/client.ts';
import { Problem } from '../../api/problem.ts';
import type { Chosen } from '../../lib/chosen.ts';
import { writeChosen } from '../../lib/chosen.ts';

export type OrderQuote = Answer<'quotePremiumOrder'>;

const keyOf = (items: readonly Chosen[]) => ['quote', 'together', writeChosen(items)];

export function useOrderQuote(items: Chosen[]) {
  return useQuery<OrderQuote>({
    queryKey: keyOf(items),
    queryFn: () => act('quotePremiumOrder', {}, { items }),
    enabled: items.length > 0,
    staleTime: Infinity,
    gcTime: Infinity,
    retry: (failures, problem) => failures < 2 && problem instanceof Problem && problem.kind === 'unanswered',
  });
}

/** Forgets what was worked out, so that it is worked out anew. */
export function useForgetOrderQuote() {
  const client = useQueryClient();
  return () => client.removeQueries({ queryKey: ['quote', 'together'] });
}
