// Step 4: read the promise and sign it with one's own name.
import { useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../parts/button.tsx';
import { Consent } from '../../parts/choice.tsx';
import { DocumentText } from '../../parts/document-text.tsx';
import { ErrorSummary } from '../../parts/error-summary.tsx';
import { TextField } from '../../parts/field.tsx';
import { SignaturePad } from '../../parts/signature-pad.tsx';
import { Page } from '../../shell/page.tsx';
import type { StepProps } from './new-pages.tsx';

export function PromisePage({ person, guide, use, progress, back, next }: StepProps) {
  const signed = use.draft.promise?.version === guide.promise.version ? use.draft.promise : null;
  const [, navigate] = useLocation();
  const [signedName, setSignedName] = useState(signed?.signedName ?? '');
  const [accepted, setAccepted] = useState(signed !== null);
  const [drawing, setDrawing] = useState(signed?.drawing ?? null);
  const [attempt, setAttempt] = useState(0);
  const found: Partial<Record<'signedName' | 'accepted', string>> = {};
  if (signedName.trim() !== person.name) found.signedName = `请签您本人的姓名：${person.name}。`;
  if (!accepted) found.accepted = '请确认承诺内容，同意的话打勾。';
  const problems = attempt > 0 ? found : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (Object.keys(found).length > 0) {
      setAttempt(attempt + 1);
      return;
    }
    const name = { version: guide.promise.version, signedName: signedName.trim() };
    use.change({ promise: drawing ? { ...name, drawing } : name });
    navigate(next);
  };
  return (
    <Page title="个人承诺书" progress={progress} back={back} lead="请读完承诺书，用您本人的姓名签字。">
      <ErrorSummary problems={problems} attempt={attempt} />
      <DocumentText document={guide.promise} />
      <form onSubmit={submit} noValidate>
        <Consent id="accepted" on={accepted} onChange={setAccepted} error={problems.accepted}>
          我承诺以上内容属实，并愿意承担相应责任
        </Consent>
        <TextField
          id="signedName"
          label="签字（输入您本人的姓名）"
          value={signedName}
          onChange={setSignedName}
          error={problems.signedName}
          autoComplete="name"
          maxLength={50}
        />
        <SignaturePad drawing={drawing} onChange={setDrawing} />
        <div className="actions">
          <Button main submit>
            签字并继续
          </Button>
        </div>
      </form>
    </Page>
  );
}
