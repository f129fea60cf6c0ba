// One application: what was answered and what is known on the left, the proof on the right, the decision below.
import type { ReviewCase, StaffMark } from '@gongji/contract';
import { mayDo } from '@gongji/contract/rights';
import { Button } from 'antd';
import { Link, useLocation } from 'wouter';
import { asFailure } from '../api/failure.ts';
import { useAnswer } from '../api/queries.ts';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { Loading } from '../shared/Loading.tsx';
import { PageTitle } from '../shared/PageTitle.tsx';
import { formatInstant } from '../shared/time.ts';
import { useShortcuts } from '../shared/useShortcuts.ts';
import { relationWords } from '@gongji/contract/words';
import { Answers } from './Answers.tsx';
import { Checks } from './Checks.tsx';
import { Comparison } from './Comparison.tsx';
import { ClaimBar } from './ClaimBar.tsx';
import { DecisionBar } from './DecisionBar.tsx';
import { GiverRelations } from './GiverRelations.tsx';
import { PhotoViewer } from './PhotoViewer.tsx';
import { Findings } from './Findings.tsx';
import { InnerSteps } from './InnerSteps.tsx';
import { placeIn } from './queues.ts';
import { QualityForm } from './QualityForm.tsx';
import { useTakeNext } from './useTakeNext.ts';
import { ShortcutHelp } from './ShortcutHelp.tsx';
import { Timeline } from './Timeline.tsx';
import type { OnNotice } from './notice.ts';

interface CasePageProps {
  applicationId: string;
  staff: StaffMark;
  onNotice: OnNotice;
}

export function CasePage({ applicationId, staff, onNotice }: CasePageProps) {
  const answer = useAnswer('getReview', { applicationId });
  return (
    <div className="page case-page">
      <CaseNavigation applicationId={applicationId} onNotice={onNotice} />
      {answer.isPending && <Loading what="正在打开申请" />}
      {answer.isError && (
        <FailureNotice failure={asFailure(answer.error)} onRetry={() => void answer.refetch()} />
      )}
      {answer.data && <Case reviewCase={answer.data} staff={staff} onNotice={onNotice} />}
    </div>
  );
}

function CaseNavigation({ applicationId, onNotice }: Omit<CasePageProps, 'staff'>) {
  const queue = useAnswer('listReviews', { queue: 'team' });
  const [, navigate] = useLocation();
  const waiting = queue.data?.items ?? [];
  const place = placeIn(waiting, applicationId);
  const next = useTakeNext('team', onNotice);
  const open = (id: string | null) => id !== null && navigate(`/reviews/${id}`);
  useShortcuts({ j: () => open(place.next), k: () => open(place.previous), n: next.take });
  return (
    <nav className="case-navigation" aria-label="在待审核的申请之间移动">
      <Link href="/reviews">返回列表</Link>
      <span className="quiet">
        {place.number === null
          ? `待审核 ${queue.data?.counts.team ?? '…'} 件`
          : `待审核第 ${place.number} / ${queue.data?.counts.team} 件`}
      </span>
      <span className="quiet case-number">编号 {applicationId}</span>
      <span className="case-navigation-buttons">
        <Button disabled={place.previous === null} onClick={() => open(place.previous)}>
          上一件 <kbd>K</kbd>
        </Button>
        <Button disabled={place.next === null} onClick={() => open(place.next)}>
          下一件 <kbd>J</kbd>
        </Button>
        <Button loading={next.isPending} onClick={next.take}>
          领取下一件 <kbd>N</kbd>
        </Button>
        <ShortcutHelp />
      </span>
      {next.failure && <FailureNotice failure={next.failure} onRetry={next.take} />}
    </nav>
  );
}

function Case(props: { reviewCase: ReviewCase; staff: StaffMark; onNotice: OnNotice }) {
  const { reviewCase, staff, onNotice } = props;
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
          <span>{formatInstant(application.submittedAt)}提交</span>
        </p>
        <ClaimBar reviewCase={reviewCase} staff={staff} onNotice={onNotice} />
      </div>
      <div className="case-columns">
        <div className="case-answers">
          {reviewCase.isSampled && mayDo(staff.role, 'review.lead') && (
            <QualityForm applicationId={application.applicationId} />
          )}
          <Answers application={application} />
          <Findings reviewCase={reviewCase} />
          <Comparison rows={reviewCase.comparison} />
          <Checks checks={application.checks} />
          <GiverRelations giverName={application.giver.name} relations={reviewCase.giverRelations} />
          <Timeline steps={application.timeline} />
          <InnerSteps steps={reviewCase.innerSteps} />
        </div>
        <PhotoViewer photos={application.photos} />
      </div>
      <DecisionBar reviewCase={reviewCase} onNotice={onNotice} />
    </>
  );
}
