// 添加家庭成员, one page a step; a page that comes too early leads back to the first open step.
import type { Answer } from '@gongji/contract';
import { Redirect, useParams } from 'wouter';
import { useAnswer } from '../../api/hooks.ts';
import { bindSteps, openStep } from '../../lib/draft.ts';
import { Asked } from '../../parts/asked.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/signed-in.tsx';
import { useSession, type SignedInPerson } from '../../shell/session.ts';
import { CheckPage } from './check-page.tsx';
import { MemberPage } from './member-page.tsx';
import { NoticePage } from './notice-page.tsx';
import { PromisePage } from './promise-page.tsx';
import { ProofPage } from './proof-page.tsx';
import { useAddingObstacle } from './use-adding-obstacle.ts';
import { useDraft, type DraftInUse } from './use-draft.ts';

export interface StepProps {
  person: SignedInPerson;
  guide: Answer<'getGuide'>;
  use: DraftInUse;
  progress: { names: readonly string[]; index: number };
  back: { href: string; text: string };
  /** The next page; back to the answers when one came from there. */
  next: string;
}

const stepNames = bindSteps.map(({ name }) => name);
const pages = [NoticePage, MemberPage, ProofPage, PromisePage, CheckPage];

function Steps({ person, guide }: { person: SignedInPerson; guide: Answer<'getGuide'> }) {
  const use = useDraft(person);
  const { step } = useParams<{ step?: string }>();
  const path = step ? `/bind/new/${step}` : '/bind/new';
  const index = bindSteps.findIndex((candidate) => candidate.path === path);
  const openIndex = bindSteps.findIndex((candidate) => candidate.path === openStep(use.draft, guide));
  const StepPage = pages[index];
  if (!StepPage || index > openIndex)
    return <Redirect to={bindSteps[openIndex]?.path ?? '/bind/new'} replace />;
  const complete = openIndex === bindSteps.length - 1;
  const before = bindSteps[index - 1];
  return (
    <StepPage
      key={path}
      person={person}
      guide={guide}
      use={use}
      progress={{ names: stepNames, index }}
      back={before ? { href: before.path, text: `上一步：${before.name}` } : { href: '/bind', text: '返回' }}
      next={(complete ? undefined : bindSteps[index + 1]?.path) ?? '/bind/new/check'}
    />
  );
}

function Prepared({ person }: { person: SignedInPerson }) {
  const guide = useAnswer('getGuide', { area: person.area });
  const obstacle = useAddingObstacle(person.area);
  if (obstacle) {
    return (
      <Page title="您现在不能添加家庭成员" back={{ href: '/bind', text: '返回' }}>
        <Notice tone="plain" title={obstacle}>
          <p>填好的内容不会丢。有疑问请拨打医保服务电话，或到医保窗口咨询。</p>
        </Notice>
      </Page>
    );
  }
  if (guide.data) return <Steps person={person} guide={guide.data} />;
  return (
    <Page title="添加家庭成员" back={{ href: '/bind', text: '返回' }}>
      <Asked query={guide} waiting="正在读取参保地的办理规定…">
        {() => null}
      </Asked>
    </Page>
  );
}

/** Who signs the promise must do it themselves: a helper is told so before filling anything in. */
const ForOneselfOnly = ({ name }: { name: string }) => (
  <Page title="添加家庭成员" back={{ href: '/bind', text: '返回' }}>
    <Notice tone="plain" title={`这件事要${name}本人办`}>
      <p>
        申请绑定要签承诺书，只能本人签，不能代办。请{name}用自己的凭证登录后申请，或带身份证到医保窗口办理。
        申请提交以后，补材料、撤回可以由您代办。
      </p>
    </Notice>
  </Page>
);

export default function BindNewPages() {
  const helping = useSession().data?.helper != null;
  return (
    <SignedIn>
      {(person) => (helping ? <ForOneselfOnly name={person.name} /> : <Prepared person={person} />)}
    </SignedIn>
  );
}
