// Where a figure comes from, and how well it is backed.
import type { Answer } from '@gongji/contract';
import { gradeWords } from '@gongji/contract/words';

type Source = NonNullable<Answer<'explainUsage'>['lines'][number]['source']>;

const words = (value: unknown): string => (typeof value === 'string' && value !== '' ? ` ${value}` : '');

export const SourceNote = ({ source }: { source: Source }) => (
  <p className="source">
    依据：{source.title}
    {words(source.documentNumber)}
    {words(source.article)}{' '}
    <span className={`grade${source.grade === 'weak' ? ' grade-weak' : ''}`}>{gradeWords[source.grade]}</span>
  </p>
);
