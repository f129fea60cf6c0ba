// How the automatic checks came out, in a few words.
export function CheckCounts({ failed, unsure }: { failed: number; unsure: number }) {
  if (failed === 0 && unsure === 0) return <span className="outcome outcome-passed">全部通过</span>;
  return (
    <span className="outcomes">
      {failed > 0 && <span className="outcome outcome-failed">{failed} 项不符</span>}
      {unsure > 0 && <span className="outcome outcome-unsure">{unsure} 项待核</span>}
    </span>
  );
}
