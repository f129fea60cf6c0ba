// The bar at the foot of a case: three decisions, and the form of the one that was chosen.
import type { ReviewCase, ReviewDecisionBody } from '@gongji/contract';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useShortcuts } from '../shared/useShortcuts.ts';
import { DecisionForm } from './DecisionForm.tsx';
import { decisionsIn } from './decision.ts';
import type { OnNotice } from './notice.ts';

type Decision = ReviewDecisionBody['decision'];

interface DecisionBarProps {
  reviewCase: ReviewCase;
  onNotice: OnNotice;
}

export function DecisionBar({ reviewCase, onNotice }: DecisionBarProps) {
  const { application } = reviewCase;
  const [open, setOpen] = useState<{ decision: Decision; seenVersion: number } | null>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const kinds = decisionsIn(application.state);
  const isMine = reviewCase.holder?.isMine ?? false;

  const choose = (decision: Decision) => {
    if (isMine && kinds.some((kind) => kind.decision === decision))
      setOpen({ decision, seenVersion: open?.seenVersion ?? reviewCase.version });
  };
  const close = () => {
    const chosen = open?.decision;
    setOpen(null);
    buttons.current?.querySelector<HTMLElement>(`[data-decision="${chosen}"]`)?.focus();
  };
  useShortcuts({ a: () => choose('approve'), r: () => choose('reject'), m: () => choose('ask') });

  if (kinds.length === 0) return <Closed application={application} />;
  return (
    <section className="decision-bar" aria-label="审核决定">
      {open && isMine && (
        <DecisionForm
          key={open.decision}
          reviewCase={reviewCase}
          decision={open.decision}
          seenVersion={open.seenVersion}
          onSeen={() => setOpen({ ...open, seenVersion: reviewCase.version })}
          onClose={close}
          onNotice={onNotice}
        />
      )}
      <div className="decision-buttons" ref={buttons}>
        {kinds.map(({ decision, label, keyName }) => (
          <Button
            key={decision}
            size="large"
            type={decision === 'approve' ? 'primary' : 'default'}
            danger={decision === 'reject'}
            data-decision={decision}
            disabled={!isMine}
            aria-expanded={isMine && open?.decision === decision}
            onClick={() => choose(decision)}
          >
            {label} <kbd>{keyName}</kbd>
          </Button>
        ))}
        {!isMine && <p className="quiet">领取后才能决定。</p>}
        {application.state === 'more-requested' && (
          <p className="quiet">已要求补充材料，正在等申请人；这时只能退回。</p>
        )}
      </div>
    </section>
  );
}

function Closed({ application }: { application: ReviewCase['application'] }) {
  const { decision } = application;
  return (
    <section className="decision-bar" aria-label="审核决定">
      <p className="decision-closed">
        <span className={`state state-${application.state}`}>{application.stateText}</span>
        {decision ? `${decision.reasonText}${decision.remedyText}` : application.nextText}
      </p>
    </section>
  );
}
