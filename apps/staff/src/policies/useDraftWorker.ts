// The worker of a draft's page: the newest text is checked a moment after typing ends, a comparison is made when asked for.
import type { PolicyCheck } from '@gongji/policy/tools';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Comparison, DraftAnswer, DraftQuestion, Files } from './draft-question.ts';

const restMs = 400;

type Asked = DraftQuestion extends infer One
  ? One extends DraftQuestion
    ? Omit<One, 'turn'>
    : never
  : never;

interface DraftWorker {
  /** Of the newest text; undefined until it was checked. */
  check: PolicyCheck | undefined;
  comparison: Comparison | undefined;
  isComparing: boolean;
  compare: (question: Omit<Extract<DraftQuestion, { ask: 'compare' }>, 'turn' | 'ask'>) => void;
}

export function useDraftWorker(files: Files): DraftWorker {
  const worker = useRef<Worker>(null);
  const turns = useRef({ check: 0, compare: 0 });
  const [check, setCheck] = useState<{ files: Files; value: PolicyCheck }>();
  const [comparison, setComparison] = useState<Comparison>();
  const [isComparing, setIsComparing] = useState(false);
  const asked = useRef<Files>(files);

  useEffect(() => {
    const made = new Worker(new URL('./draft-worker.ts', import.meta.url), { type: 'module' });
    made.addEventListener('message', ({ data }: MessageEvent<DraftAnswer>) => {
      if (data.turn !== turns.current[data.ask]) return;
      if (data.ask === 'check') return setCheck({ files: asked.current, value: data.check });
      setComparison(data.comparison);
      setIsComparing(false);
    });
    worker.current = made;
    return () => made.terminate();
  }, []);

  const ask = useCallback((question: Asked) => {
    turns.current[question.ask] += 1;
    worker.current?.postMessage({ ...question, turn: turns.current[question.ask] });
  }, []);

  useEffect(() => {
    const timer = setTimeout(() => {
      asked.current = files;
      ask({ ask: 'check', files });
    }, restMs);
    return () => clearTimeout(timer);
  }, [files, ask]);

  return {
    check: check?.files === files ? check.value : undefined,
    comparison,
    isComparing,
    compare: (question) => {
      setIsComparing(true);
      ask({ ask: 'compare', ...question });
    },
  };
}
