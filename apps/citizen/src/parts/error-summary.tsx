// All that is wrong with a form, at its top, each line leading to its field; it takes the focus when it appears.
import { useEffect, useRef } from 'react';
import { leadTo } from './lead-to.ts';

interface ErrorSummaryProps {
  /** Field id -> sentence, in the order of the page. */
  problems: Partial<Record<string, string>>;
  /** Rises with every failed try, so that the focus comes here again. */
  attempt: number;
}

export function ErrorSummary({ problems, attempt }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const entries = Object.entries(problems);
  const shown = entries.length > 0;
  useEffect(() => {
    if (attempt > 0 && shown) box.current?.focus();
  }, [attempt, shown]);
  if (!shown) return null;
  return (
    <div className="notice notice-bad" role="alert" tabIndex={-1} ref={box}>
      <p className="notice-title">还有 {entries.length} 处要改</p>
      <ul className="error-links">
        {entries.map(([id, text]) => (
          <li key={id}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault();
                leadTo(id);
              }}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
