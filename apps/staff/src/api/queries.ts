// The server's answers as cached queries, and the one client that holds them.
import type { Answer } from '@gongji/contract';
import type { EndpointName } from '@gongji/contract/paths';
import { QueryCache, QueryClient, useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { call } from './call.ts';
import { asFailure, Failure } from './failure.ts';

const sessionKey = ['getSession'];

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error) => noticeExpiry(error) }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => !asFailure(error).answered && count < 2,
    },
  },
});

/** A refusal for want of a session shows the sign-in page, wherever it happens. */
export function noticeExpiry(error: unknown): void {
  if (error instanceof Failure && error.code === 'not-signed-in') {
    void queryClient.invalidateQueries({ queryKey: sessionKey });
  }
}

/** Everything shown is asked again. */
export const refreshAll = (): Promise<void> => queryClient.invalidateQueries();

/** Query of one endpoint that is read with GET. */
export function useAnswer<Name extends EndpointName>(
  name: Name,
  params: Record<string, string> = {},
): UseQueryResult<Answer<Name>> {
  return useQuery<Answer<Name>>({
    queryKey: [name, ...Object.values(params)],
    queryFn: () => call(name, { params }),
  });
}
