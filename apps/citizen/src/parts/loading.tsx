// Waiting, said in words.

export const Loading = ({ text }: { text: string }) => (
  <p className="loading" role="status">
    <span className="loading-dots" aria-hidden="true" />
    {text}
  </p>
);
