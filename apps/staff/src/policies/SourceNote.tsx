// A source in a few words: title with its address, number, article, grade, day of checking.
import type { PolicyFigure } from '@gongji/contract';
import { gradeWords } from './words.ts';

export function SourceNote({ source }: { source: NonNullable<PolicyFigure['source']> }) {
  const { title, url, documentNumber, article, grade, checkedOn } = source;
  const details = [documentNumber, article, `${checkedOn} 核对`].filter((one) => one !== undefined);
  return (
    <>
      {url === undefined ? (
        title
      ) : (
        <a href={url} target="_blank" rel="noreferrer">
          {title}（另开窗口）
        </a>
      )}
      <span className="quiet policy-details">
        <span className={`outcome ${grade === 'weak' ? 'outcome-unsure' : ''}`}>{gradeWords[grade]}</span>{' '}
        {details.join('，')}
      </span>
    </>
  );
}
