// What was asked of the server: words while waiting, the problem with a retry, or the answer.
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading } from './loading.tsx';
import { ProblemNotice } from './problem-notice.tsx';

interface AskedProps<Answer> {
  query: UseQueryResult<Answer>;
  waiting: string;
  children: (answer: Answer) => ReactNode;
}

export function Asked<Answer>({ query, waiting, children }: AskedProps<Answer>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <ProblemNotice problem={query.error} onRetry={() => void query.refetch()} />;
  return <Loading text={waiting} />;
}
