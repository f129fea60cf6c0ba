// Step 1: read the notice and agree.
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../parts/button.tsx';
import { Consent } from '../../parts/choice.tsx';
import { DocumentText } from '../../parts/document-text.tsx';
import { leadTo } from '../../parts/lead-to.ts';
import { Page } from '../../shell/page.tsx';
import { BindAside } from './bind-aside.tsx';
import type { StepProps } from './new-pages.tsx';

export function NoticePage({ person, guide, use, progress, back, next }: StepProps) {
  const [, navigate] = useLocation();
  const [agreed, setAgreed] = useState(use.draft.noticeVersion === guide.notice.version);
  const [refused, setRefused] = useState(false);
  const goOn = () => {
    if (!agreed) {
      setRefused(true);
      leadTo('agree');
      return;
    }
    use.change({ noticeVersion: guide.notice.version });
    navigate(next);
  };
  return (
    <Page
      title="先读一读告知书"
      progress={progress}
      back={back}
      lead="这里写明了家人能用什么、怎么解绑。读完再勾选。"
      aside={<BindAside area={person.area} />}
    >
      <DocumentText document={guide.notice} />
      <Consent
        id="agree"
        on={agreed}
        onChange={(on) => {
          setAgreed(on);
          setRefused(false);
        }}
        error={refused && !agreed ? '请先阅读告知书，同意的话在下面打勾，才能继续。' : undefined}
      >
        我已阅读并同意
      </Consent>
      <div className="actions">
        <Button main onPress={goOn}>
          下一步
        </Button>
      </div>
    </Page>
  );
}
