// Step 1: read the notice and agree.
import { useLocation } from 'wouter';
import { NoticeConsent } from '../../parts/notice-consent.tsx';
import { Page } from '../../shell/page.tsx';
import { BindAside } from './bind-aside.tsx';
import type { StepProps } from './new-pages.tsx';

export function NoticePage({ person, guide, use, progress, back, next }: StepProps) {
  const [, navigate] = useLocation();
  return (
    <Page
      title="先读一读告知书"
      progress={progress}
      back={back}
      lead="这里写明了家人能用什么、怎么解绑。读完再勾选。"
      aside={<BindAside area={person.area} />}
    >
      <NoticeConsent
        document={guide.notice}
        agreedBefore={use.draft.noticeVersion === guide.notice.version}
        onAgree={() => {
          use.change({ noticeVersion: guide.notice.version });
          navigate(next);
        }}
      />
    </Page>
  );
}
