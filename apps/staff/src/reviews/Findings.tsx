// What speaks against a quick yes: the risk with its lines, duplicates, earlier decisions, and a first approval.
import type { ReviewCase } from '@gongji/contract';
import { Link } from 'wouter';
import { formatInstant } from '../shared/time.ts';

export function Findings({ reviewCase }: { reviewCase: ReviewCase }) {
  const { risk, duplicates, earlierDecisions, proposal, escalation } = reviewCase;
  const needsTwo = risk.score >= risk.twoPersonsFrom;
  return (
    <section className="card" aria-labelledby="findings-title">
      <h2 id="findings-title">
        风险提示{' '}
        <span
          className={`outcome ${needsTwo ? 'outcome-failed' : risk.score > 0 ? 'outcome-unsure' : 'outcome-passed'}`}
        >
          {risk.score} 分
        </span>
        <span className="quiet findings-rule">
          {needsTwo
            ? `满 ${risk.twoPersonsFrom} 分，要两个人先后通过`
            : `满 ${risk.twoPersonsFrom} 分要两个人通过`}
        </span>
      </h2>
      {proposal && (
        <p className="finding-note">
          <strong>待复核：</strong>
          {proposal.name} {formatInstant(proposal.at)} 初审通过（{proposal.reasonText}）。
          {proposal.isMine ? '要由另一位审核员复核。' : '您通过后正式生效。'}
        </p>
      )}
      {escalation && (
        <p className="finding-note">
          <strong>已上报主管：</strong>
          {escalation.name} {formatInstant(escalation.at)}，{escalation.reason}
        </p>
      )}
      {risk.lines.length === 0 && duplicates.length === 0 && earlierDecisions.length === 0 && (
        <p className="quiet">没有风险提示，没有重复申请，没有以前的决定。</p>
      )}
      <ul className="findings">
        {risk.lines.map((line) => (
          <li key={line.text}>
            <span className="points">+{line.points}</span>
            {line.text}
          </li>
        ))}
      </ul>
      {duplicates.length > 0 && <List title="重复" items={duplicates} />}
      {earlierDecisions.length > 0 && <List title="以前的决定" items={earlierDecisions} />}
    </section>
  );
}

interface ListProps {
  title: string;
  items: { applicationId: string | null; text: string; at: string }[];
}

function List({ title, items }: ListProps) {
  return (
    <>
      <h3>{title}</h3>
      <ul className="findings">
        {items.map((item) => (
          <li key={`${item.applicationId}-${item.at}`}>
            {item.applicationId === null ? (
              item.text
            ) : (
              <Link href={`/reviews/${item.applicationId}`}>{item.text}</Link>
            )}
            <span className="quiet">{formatInstant(item.at)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
