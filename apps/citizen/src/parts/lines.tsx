// The explanation of an amount: each line with its figure, its rule in words, and where the rule comes from.
import type { Answer } from '@gongji/contract';
import { formatFen } from '../lib/money.ts';
import { SourceNote } from './source-note.tsx';

type Line = Answer<'explainUsage'>['lines'][number];

interface LinesProps {
  title: string;
  lines: Line[];
  /** Named sum below the lines; left out when the lines are remarks. */
  sumName?: string;
}

export function Lines({ title, lines, sumName }: LinesProps) {
  if (lines.length === 0) return null;
  const sumFen = lines.reduce((sum, { fen }) => sum + fen, 0);
  return (
    <section className="block">
      <h2>{title}</h2>
      <ul className="lines">
        {lines.map((line, index) => (
          <li key={`${line.code} ${index}`}>
            <div className="lines-row">
              <span>{line.text}</span>
              {(sumName !== undefined || line.fen !== 0) && (
                <span className="figures lines-fen">{formatFen(line.fen)}</span>
              )}
            </div>
            {line.source && <SourceNote source={line.source} />}
          </li>
        ))}
      </ul>
      {sumName !== undefined && (
        <p className="lines-row lines-sum">
          <span>{sumName}</span>
          <span className="figures">{formatFen(sumFen)}</span>
        </p>
      )}
    </section>
  );
}
