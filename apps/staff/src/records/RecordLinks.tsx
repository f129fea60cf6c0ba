// Records to open, each with a line to recognise it by.
import type { RecordMark } from '@gongji/contract';
import { Link } from 'wouter';

export function RecordLinks({ marks }: { marks: RecordMark[] }) {
  return (
    <ul className="record-links">
      {marks.map(({ kind, id, title, text }) => (
        <li key={`${kind}/${id}`}>
          <Link href={`/records/${kind}/${id}`}>{title}</Link>
          <span className="quiet">{text}</span>
        </li>
      ))}
    </ul>
  );
}
