// What the automatic checks left open, in one mark. A check that failed is refused at once and never waits here.
export function CheckCounts({ unsure }: { unsure: number }) {
  if (unsure === 0) return <span className="outcome outcome-passed">全部通过</span>;
  return <span className="outcome outcome-unsure">{unsure} 项待核</span>;
}
