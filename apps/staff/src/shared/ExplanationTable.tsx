// The explanation of a bill: what it was split into, who pays, and notes; each line with its source.
import type { ExplanationLine } from '@gongji/contract';
import { formatFen } from './money.ts';
import { gradeWords } from '@gongji/contract/words';

const groups: { group: ExplanationLine['group']; title: string; summed: boolean }[] = [
  { group: 'split', title: '费用构成', summed: true },
  { group: 'payer', title: '谁来付', summed: true },
  { group: 'note', title: '说明', summed: false },
];

export function ExplanationTable({ lines }: { lines: ExplanationLine[] }) {
  return (
    <table className="explanation">
      <caption className="visually-hidden">费用说明：每一项的金额和依据</caption>
      <thead>
        <tr>
          <th scope="col">项目和规则</th>
          <th scope="col" className="number">
            金额
          </th>
          <th scope="col">依据</th>
        </tr>
      </thead>
      {groups.map(({ group, title, summed }) => {
        const own = lines.filter((line) => line.group === group);
        if (own.length === 0) return null;
        return (
          <tbody key={group}>
            <tr className="explanation-group">
              <th scope="rowgroup" colSpan={3}>
                {title}
              </th>
            </tr>
            {own.map((line, index) => (
              <Line key={`${line.code}-${index}`} line={line} />
            ))}
            {summed && <Sum fen={own.reduce((sum, line) => sum + line.fen, 0)} />}
          </tbody>
        );
      })}
    </table>
  );
}

function Line({ line }: { line: ExplanationLine }) {
  const isBareNote = line.group === 'note' && line.fen === 0;
  return (
    <tr className={line.fen === 0 ? 'explanation-zero' : undefined}>
      <td>{line.text}</td>
      <td className="number">{isBareNote ? '' : formatFen(line.fen)}</td>
      <td>
        <SourceText source={line.source} />
      </td>
    </tr>
  );
}

function Sum({ fen }: { fen: number }) {
  return (
    <tr className="explanation-sum">
      <th scope="row">合计</th>
      <td className="number">{formatFen(fen)}</td>
      <td />
    </tr>
  );
}

function SourceText({ source }: { source: ExplanationLine['source'] }) {
  if (!source) return null;
  const article = source['article'];
  return (
    <span className="source">
      {source.title}
      {typeof article === 'string' && ` ${article}`}
      <span className={`grade grade-${source.grade}`}>{gradeWords[source.grade]}</span>
    </span>
  );
}
