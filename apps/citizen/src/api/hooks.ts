// React's view of the contract: answers that are read and kept fresh, and acts that refresh them.
import type { Answer, Body } from '@gongji/contract';
import type { EndpointName } from '@gongji/contract/paths';
import {
  QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { act, read, type Params } from './client.ts';
import { Problem } from './problem.ts';

const mayRetry = (failures: number, problem: Error) =>
  failures < 2 && problem instanceof Problem && problem.kind === 'unanswered';

/** Works offline too: a try without network fails with a sentence instead of waiting in silence. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: mayRetry, retryDelay: 600, staleTime: 5_000 },
    mutations: { networkMode: 'always', retry: false },
  },
});

interface AnswerOptions<Name extends EndpointName> {
  enabled?: boolean;
  /** Asks again after so many milliseconds while it gives a number. */
  pollMs?: (answer: Answer<Name> | undefined) => number | false;
}

/** Reads an endpoint. */
export function useAnswer<Name extends EndpointName>(
  name: Name,
  params: Params = {},
  options: AnswerOptions<Name> = {},
): UseQueryResult<Answer<Name>> {
  const { pollMs } = options;
  return useQuery<Answer<Name>>({
    queryKey: [name, params],
    queryFn: () => read(name, params),
    enabled: options.enabled ?? true,
    refetchInterval: pollMs ? (query) => pollMs(query.state.data) : false,
  });
}

interface ActInput<Name extends EndpointName> {
  params?: Params;
  body: Body<Name>;
}

/** Acts on an endpoint; afterwards everything shown is asked again. */
export function useAct<Name extends EndpointName>(
  name: Name,
): UseMutationResult<Answer<Name>, Error, ActInput<Name>> {
  const client = useQueryClient();
  return useMutation<Answer<Name>, Error, ActInput<Name>>({
    mutationFn: ({ params, body }) => act(name, params ?? {}, body),
    onSettled: () => void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'quote' }),
  });
}
