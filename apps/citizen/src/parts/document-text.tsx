// A document to read in full: 告知书 or 承诺书.

interface DocumentTextProps {
  document: { title: string; version: string; paragraphs: string[] };
}

export const DocumentText = ({ document }: DocumentTextProps) => (
  <article className="document">
    <h2>{document.title}</h2>
    {document.paragraphs.map((paragraph) => (
      <p key={paragraph}>{paragraph}</p>
    ))}
    <p className="document-version">版本：{document.version}</p>
  </article>
);
