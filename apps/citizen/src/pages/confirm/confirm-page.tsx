// A member reads who wants to share with them, and agrees or declines.
import type { Answer } from '@gongji/contract';
import { relationWords } from '@gongji/contract/words';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { useAct, useAnswer } from '../../api/hooks.ts';
import { instantWords } from '../../lib/date.ts';
import { Asked } from '../../parts/asked.tsx';
import { Button } from '../../parts/button.tsx';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PersonCard } from '../../parts/person-card.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { Page } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/signed-in.tsx';

type Request = Answer<'listMemberRequests'>['items'][number];
type Outcome = Answer<'answerMemberRequest'>['outcome'];

const outcomes: Record<Outcome, { title: string; text: string }> = {
  approved: { title: '绑定成功', text: '您现在就可以用。看病买药时，还是出示您自己的医保码。' },
  'in-review': { title: '您已同意', text: '医保经办机构还要审核，有结果会在“绑定家人”里显示。' },
  declined: { title: '您没有同意', text: '这次申请已经结束，对方会收到通知。您的医保待遇不受影响。' },
};

const Answered = ({ outcome }: { outcome: Outcome }) => (
  <>
    <Notice tone={outcome === 'approved' ? 'good' : 'plain'} title={outcomes[outcome].title} live>
      <p>{outcomes[outcome].text}</p>
    </Notice>
    <div className="actions">
      <Link className="button button-main" href="/bind">
        看看谁让我用他的账户
      </Link>
    </div>
  </>
);

function Question({ request, onDone }: { request: Request; onDone: (outcome: Outcome) => void }) {
  const [isDeclining, setIsDeclining] = useState(false);
  const act = useAct('answerMemberRequest');
  const send = (answer: 'confirm' | 'decline') =>
    act.mutate(
      { params: { applicationId: request.applicationId }, body: { answer } },
      { onSuccess: ({ outcome }) => onDone(outcome), onError: () => setIsDeclining(false) },
    );
  return (
    <>
      {act.isError && <ProblemNotice acted problem={act.error} onRetry={() => act.reset()} />}
      <PersonCard person={request.giver} role="想让您用他的账户的人（授权人）" />
      <p>
        对方填写的关系：您是他的<strong>{relationWords[request.relation]}</strong>。
        {instantWords(request.submittedAt)}提交。
      </p>
      <section className="block">
        <h2>同意以后</h2>
        <ul>
          <li>您看病买药自己付的部分、居民医保费，可以用对方个人账户里的钱来付。</li>
          <li>对方能看到用了多少钱、在哪里用的，看不到您得了什么病。</li>
          <li>您的医保待遇不变，您自己账户的钱不会给对方用。</li>
          <li>您随时可以解绑。</li>
        </ul>
      </section>
      <div className="actions">
        <Button main onPress={() => send('confirm')} working={act.isPending && '正在提交，请稍候…'}>
          同意绑定
        </Button>
        <Button onPress={() => setIsDeclining(true)}>不同意</Button>
      </div>
      {isDeclining && (
        <ConfirmDialog
          title="不同意绑定？"
          confirm="确认不同意"
          working={act.isPending && '正在提交…'}
          onConfirm={() => send('decline')}
          onClose={() => setIsDeclining(false)}
        >
          <p>这次申请会结束，{request.giver.name}会收到通知。以后想绑定，可以请对方重新申请。</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function Shown({ applicationId }: { applicationId: string }) {
  const requests = useAnswer('listMemberRequests');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  if (outcome) return <Answered outcome={outcome} />;
  return (
    <Asked query={requests} waiting="正在读取绑定申请…">
      {({ items }) => {
        const request = items.find((each) => each.applicationId === applicationId);
        if (request) return <Question request={request} onDone={setOutcome} />;
        return (
          <Notice tone="plain" title="这份申请不用您确认了">
            <p>可能您已经答复过，或者对方撤回了申请。</p>
            <p>
              <Link href="/bind">看看谁让我用他的账户</Link>
            </p>
          </Notice>
        );
      }}
    </Asked>
  );
}

export default function ConfirmPage() {
  const { applicationId } = useParams<{ applicationId: string }>();
  return (
    <SignedIn>
      {() => (
        <Page title="请您确认绑定" back={{ href: '/', text: '首页' }}>
          <Shown key={applicationId} applicationId={applicationId} />
        </Page>
      )}
    </SignedIn>
  );
}
