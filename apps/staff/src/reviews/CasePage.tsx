// One application: what was answered and what is known on the left, the proof on the right, the decision below.
import type { ReviewCase } from '@gongji/contract';
import { Button } from 'antd';
import { useMemo } from 'react';
import { Link, useLocation } from 'wouter';
import { asFailure } from '../api/failure.ts';
import { useAnswer } from '../api/queries.ts';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { Loading } from '../shared/Loading.tsx';
import { PageTitle } from '../shared/PageTitle.tsx';
import { formatAge, formatInstant } from '../shared/time.ts';
import { useShortcuts } from '../shared/useShortcuts.ts';
import { relationWords } from '@gongji/contract/words';
import { Answers } from './Answers.tsx';
import { Checks } from './Checks.tsx';
import { Comparison } from './Comparison.tsx';
import { decisionsIn } from './decision.ts';
import { DecisionBar } from './DecisionBar.tsx';
import { GiverRelations } from './GiverRelations.tsx';
import { PhotoViewer } from './PhotoViewer.tsx';
import { placeIn, sortQueue } from './queue.ts';
import { ShortcutHelp } from './ShortcutHelp.tsx';
import { Timeline } from './Timeline.tsx';
import type { OnNotice } from './notice.ts';

interface CasePageProps {
  applicationId: string;
  today: string;
  onNotice: OnNotice;
}

export function CasePage({ applicationId, today, onNotice }: CasePageProps) {
  const answer = useAnswer('getReview', { applicationId });
  return (
    <div className="page case-page">
      <CaseNavigation applicationId={applicationId} />
      {answer.isPending && <Loading what="正在打开申请" />}
      {answer.isError && (
        <FailureNotice failure={asFailure(answer.error)} onRetry={() => void answer.refetch()} />
      )}
      {answer.data && <Case reviewCase={answer.data} today={today} onNotice={onNotice} />}
    </div>
  );
}

function CaseNavigation({ applicationId }: { applicationId: string }) {
  const queue = useAnswer('listReviews');
  const [, navigate] = useLocation();
  const waiting = useMemo(() => (queue.data ? sortQueue(queue.data).waiting : []), [queue.data]);
  const place = placeIn(waiting, applicationId);
  const open = (id: string | null) => id !== null && navigate(`/reviews/${id}`);
  useShortcuts({ j: () => open(place.next), k: () => open(place.previous) });
  return (
    <nav className="case-navigation" aria-label="在待审核的申请之间移动">
      <Link href="/reviews">返回列表</Link>
      <span className="quiet">
        {place.number === null
          ? `待审核 ${waiting.length} 件`
          : `待审核第 ${place.number} / ${waiting.length} 件`}
      </span>
      <span className="case-navigation-buttons">
        <Button disabled={place.previous === null} onClick={() => open(place.previous)}>
          上一件 <kbd>K</kbd>
        </Button>
        <Button disabled={place.next === null} onClick={() => open(place.next)}>
          下一件 <kbd>J</kbd>
        </Button>
        <ShortcutHelp />
      </span>
    </nav>
  );
}

function Case(props: { reviewCase: ReviewCase; today: string; onNotice: OnNotice }) {
  const { reviewCase, today, onNotice } = props;
  const { application } = reviewCase;
  const name = `${application.giver.name} 绑定 ${application.member.name}`;
  return (
    <>
      <div className="case-head">
        <PageTitle name={name}>
          {application.giver.name} 申请绑定 {application.member.name}
          <span className="case-relation">{relationWords[application.relation]}</span>
        </PageTitle>
        <p className="case-facts">
          <span className={`state state-${application.state}`}>{application.stateText}</span>
          <span>
            {formatInstant(application.submittedAt)}提交
            {decisionsIn(application.state).length > 0 &&
              `，已等待 ${formatAge(application.submittedAt, today)}`}
          </span>
          <span className="quiet">编号 {application.applicationId}</span>
        </p>
      </div>
      <div className="case-columns">
        <div className="case-answers">
          <Answers application={application} />
          <Comparison rows={reviewCase.comparison} />
          <Checks checks={application.checks} />
          <GiverRelations giverName={application.giver.name} relations={reviewCase.giverRelations} />
          <Timeline steps={application.timeline} />
        </div>
        <PhotoViewer photos={application.photos} />
      </div>
      <DecisionBar reviewCase={reviewCase} onNotice={onNotice} />
    </>
  );
}
