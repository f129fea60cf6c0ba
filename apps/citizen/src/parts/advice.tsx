// 请注意: the warnings of the area's guide, and where each comes from.
import type { Answer } from '@gongji/contract';
import { SourceNote } from './source-note.tsx';

type Fact = Answer<'getGuide'>['facts'][number];

/** Facts of one source together, in the order of the first of each. */
function bySource(facts: readonly Fact[]): Fact[][] {
  const titles = new Set(facts.map(({ source }) => source.title));
  return [...titles].map((title) => facts.filter(({ source }) => source.title === title));
}

export function Advice({ facts }: { facts: readonly Fact[] }) {
  if (facts.length === 0) return null;
  return (
    <section className="aside-block">
      <h2>请注意</h2>
      {bySource(facts).map((group) => (
        <div key={group[0]?.source.title} className="advice">
          <ul className="plain-list">
            {group.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          {group[0] && <SourceNote source={group[0].source} />}
        </div>
      ))}
    </section>
  );
}
