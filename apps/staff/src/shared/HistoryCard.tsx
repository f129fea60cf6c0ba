// What was done to an account or an institution, newest first, with who and why.
import { formatInstant } from './time.ts';

interface HistoryCardProps {
  history: readonly { at: string; text: string; reason: string | null; by: string }[];
  /** Said when nothing was done yet. */
  emptyText: string;
}

export function HistoryCard({ history, emptyText }: HistoryCardProps) {
  return (
    <section className="card" aria-labelledby="history-title">
      <h2 id="history-title">变更记录</h2>
      {history.length === 0 && <p className="quiet">{emptyText}</p>}
      <ol className="account-history">
        {history.map((step) => (
          <li key={`${step.at}-${step.text}`}>
            <span className="breakable">
              {step.text}
              {step.reason && <span className="quiet">理由：{step.reason}</span>}
            </span>
            <span className="quiet">
              {step.by} · {formatInstant(step.at)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
