// The amount that was worked out for one person and year; kept while the person goes through the pages.
import type { Answer } from '@gongji/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { act } from '../../api/client.ts';
import { Problem } from '../../api/problem.ts';

export type Quote = Answer<'quotePremium'>;

const quoteKey = (personNo: string, coverageYear: number) => ['quote', personNo, coverageYear];

/** Worked out once: what is shown on the next pages and confirmed is this very quote. */
export function useQuote(personNo: string, coverageYear: number, enabled: boolean) {
  return useQuery<Quote>({
    queryKey: quoteKey(personNo, coverageYear),
    queryFn: () => act('quotePremium', {}, { memberPersonNo: personNo, coverageYear }),
    enabled,
    staleTime: Infinity,
    gcTime: Infinity,
    retry: (failures, problem) => failures < 2 && problem instanceof Problem && problem.kind === 'unanswered',
  });
}

/** Forgets the quote, so that the amount is worked out anew. */
export function useForgetQuote() {
  const client = useQueryClient();
  return (quote: Quote) =>
    client.removeQueries({ queryKey: quoteKey(quote.member.personNo, quote.coverageYear) });
}
