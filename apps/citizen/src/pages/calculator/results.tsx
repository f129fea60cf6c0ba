// Side by side: who would pay what at each level of hospital, what nearer care spares, and how each figure comes about.
import { gradeWords } from '@gongji/contract/words';
import { formatFen } from '../../lib/money.ts';
import { Facts } from '../../parts/facts.tsx';
import { Lines } from '../../parts/lines.tsx';
import { Notice } from '../../parts/notice.tsx';
import type { Compared } from './compare.ts';

const figures = (fen: number) => <span className="figures">{formatFen(fen)}</span>;

function Advantage({ compared }: { compared: readonly Compared[] }) {
  const near = compared.find(({ key }) => key === 'level-1')?.result;
  const big = compared.find(({ key }) => key === 'level-3')?.result;
  if (!near || !big) return null;
  const sparedFen = near.fundFen - big.fundFen;
  if (sparedFen > 0) {
    return (
      <Notice tone="good" title={`去一级医院，基金多付 ${formatFen(sparedFen)}`}>
        <p>同样的费用，在社区、乡镇卫生院看，比在三级医院自家少花 {formatFen(sparedFen)}。小病先去近处。</p>
      </Notice>
    );
  }
  return (
    <Notice tone="plain" title="这笔费用，各级医院的基金付得一样多">
      <p>看每一家下面的“怎么算的”，可以知道原因。</p>
    </Notice>
  );
}

export function Results({ compared }: { compared: readonly Compared[] }) {
  return (
    <section className="block" aria-labelledby="results">
      <h2 id="results" tabIndex={-1}>
        在哪里看，各付多少
      </h2>
      <Advantage compared={compared} />
      <ul className="compare">
        {compared.map(({ key, name, note, result, sharedFen }) => (
          <li key={key} className="person-card">
            <h3>
              {name}
              {note && <span className="compare-note">{note}</span>}
            </h3>
            <Facts
              items={[
                { name: '基金付', value: figures(result.fundFen), strong: true },
                { name: '本人账户付', value: figures(result.ownAccountFen) },
                { name: '亲属共济付', value: figures(sharedFen) },
                { name: '还要付现金', value: figures(result.cashFen), strong: true },
              ]}
            />
            {result.lines.some(({ source }) => source?.grade === 'weak') && (
              <p className="source">
                <span className="grade grade-weak">{gradeWords.weak}</span>
                有的规定还没有找到官方原文，结果可能不准，请以医院结算为准。
              </p>
            )}
            <details>
              <summary>{name}怎么算的</summary>
              <Lines
                title="费用怎么分的"
                lines={result.lines.filter(({ group }) => group === 'split').map(shown)}
                sumName="合计"
              />
              <Lines
                title="分别由谁付"
                lines={result.lines.filter(({ group }) => group === 'payer').map(shown)}
                sumName="合计"
              />
              <Lines title="说明" lines={result.lines.filter(({ group }) => group === 'note').map(shown)} />
              <p className="source">
                按政策 {result.policy.id} 第 {result.policy.version} 版计算
              </p>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** As the contract's lines, with the relatives named as such. */
function shown({ code, group, text, fen, source }: Compared['result']['lines'][number]) {
  return {
    code,
    group,
    text: text.replace('第 1 位授权人的个人账户', '亲属共济账户'),
    fen,
    source: source && { ...source },
  };
}
