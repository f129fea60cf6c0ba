// A problem as a sentence, what to do, and the way on: sign in, look at the first record, or try again.
import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation, useSearch } from 'wouter';
import { asProblem } from '../api/problem.ts';
import { signInHref } from '../shell/session.ts';
import { Notice } from './notice.tsx';

interface ProblemNoticeProps {
  problem: unknown;
  /** Tries the same again, with the same key. */
  onRetry?: () => void;
  /** Set where the person has just done something: the problem comes into view and into focus. */
  acted?: boolean;
  children?: ReactNode;
}

export function ProblemNotice({ problem, onRetry, acted = false, children }: ProblemNoticeProps) {
  const shown = asProblem(problem);
  const [path] = useLocation();
  const search = useSearch();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (acted) box.current?.focus();
  }, [acted]);
  return (
    <div ref={box} tabIndex={-1} className="problem">
      <Notice tone="bad" title={shown.message} live>
        <p>{shown.remedy}</p>
        {children}
        {shown.code === 'not-signed-in' && (
          <p>
            <a className="button" href={signInHref(search ? `${path}?${search}` : path)}>
              重新登录，再回到这里
            </a>
          </p>
        )}
        {onRetry && shown.kind === 'unanswered' && (
          <p>
            <button type="button" className="button" onClick={onRetry}>
              重试
            </button>
          </p>
        )}
      </Notice>
    </div>
  );
}
