// 请注意: the warnings of the area's guide, each with where it comes from.
import type { Answer } from '@gongji/contract';
import { SourceNote } from './source-note.tsx';

export function Advice({ facts }: { facts: Answer<'getGuide'>['facts'] }) {
  if (facts.length === 0) return null;
  return (
    <section className="aside-block">
      <h2>请注意</h2>
      <ul className="plain-list">
        {facts.map(({ text, source }) => (
          <li key={text}>
            {text}
            <SourceNote source={source} />
          </li>
        ))}
      </ul>
    </section>
  );
}
