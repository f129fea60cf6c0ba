// Looking through uses: the filter as it stands in the address, and what the server finds by it.
import type { Answer, Body } from '@gongji/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLocation, useSearch } from 'wouter';
import { act } from '../../api/client.ts';

export type Filter = Omit<Body<'searchUsages'>, 'side'>;
export type Found = Answer<'searchUsages'>;
type Side = Body<'searchUsages'>['side'];

const monthsOf = (text: string | null): Filter['months'] =>
  text === '3' ? 3 : text === '6' ? 6 : text === '12' ? 12 : null;
const purposeOf = (text: string | null): Filter['purpose'] =>
  text === 'outpatient' || text === 'pharmacy' || text === 'premium' ? text : null;

export function queryOf({ personNo, purpose, months }: Filter): string {
  const query = new URLSearchParams();
  if (personNo) query.set('person', personNo);
  if (purpose) query.set('purpose', purpose);
  if (months) query.set('months', String(months));
  return query.toString();
}

/** Kept in the address, so that the way back from one use leads to the same list. */
export function useFilter(): [Filter, (change: Partial<Filter>) => void] {
  const query = new URLSearchParams(useSearch());
  const [path, navigate] = useLocation();
  const filter: Filter = {
    personNo: query.get('person') || null,
    purpose: purposeOf(query.get('purpose')),
    months: monthsOf(query.get('months')),
  };
  return [filter, (change) => navigate(`${path}?${queryOf({ ...filter, ...change })}`, { replace: true })];
}

/** What was found before stays while another filter is asked for. */
export function useFound(side: Side, filter: Filter) {
  return useQuery<Found>({
    queryKey: ['searchUsages', side, filter],
    queryFn: () => act('searchUsages', {}, { side, ...filter }),
    placeholderData: keepPreviousData,
  });
}
