// What a page shows while its answer is awaited, when it fails, and when it is there.
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asFailure } from '../api/failure.ts';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { Loading } from '../shared/Loading.tsx';

interface AnswerBodyProps<Value> {
  answer: UseQueryResult<Value>;
  /** What is being read, in Chinese. */
  what: string;
  children: (value: Value) => ReactNode;
}

export function AnswerBody<Value>({ answer, what, children }: AnswerBodyProps<Value>) {
  return (
    <>
      {answer.isPending && <Loading what={`正在读取${what}`} />}
      {answer.isError && (
        <FailureNotice failure={asFailure(answer.error)} onRetry={() => void answer.refetch()} />
      )}
      {answer.data !== undefined && children(answer.data)}
    </>
  );
}
