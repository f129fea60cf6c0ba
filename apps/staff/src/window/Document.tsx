// A notice or promise in full, with the tick that it was read.
import { Checkbox } from 'antd';

interface DocumentProps {
  document: { title: string; paragraphs: string[] };
  isRead: boolean;
  onRead: (isRead: boolean) => void;
  consent: string;
}

export function Document({ document, isRead, onRead, consent }: DocumentProps) {
  return (
    <section className="card window-document" aria-label={document.title}>
      <h2>{document.title}</h2>
      {document.paragraphs.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <Checkbox checked={isRead} onChange={(event) => onRead(event.target.checked)}>
        {consent}
      </Checkbox>
    </section>
  );
}
