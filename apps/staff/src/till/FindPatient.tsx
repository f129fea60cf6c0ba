// Step 1: finds the patient by the patient's own credential.
import { Button, Input } from 'antd';
import type { InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { Failure } from '../api/failure.ts';
import { FailureNotice } from '../shared/FailureNotice.tsx';

interface FindPatientProps {
  isPending: boolean;
  failure: Failure | null;
  onFind: (credential: string) => void;
}

export function FindPatient({ isPending, failure, onFind }: FindPatientProps) {
  const [text, setText] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const input = useRef<InputRef>(null);
  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    if (failure) input.current?.select();
  }, [failure]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const credential = text.replaceAll(/\s/g, '');
    setIsMissing(credential === '');
    if (credential !== '' && !isPending) onFind(credential);
  };
  return (
    <section className="card" aria-labelledby="find-title">
      <h2 id="find-title">找到参保人</h2>
      <form onSubmit={submit} autoComplete="off">
        <div>
          <label className="field-label" htmlFor="credential">
            电子凭证号或身份证号码
          </label>
          <Input
            id="credential"
            ref={input}
            size="large"
            value={text}
            maxLength={64}
            status={isMissing || failure ? 'error' : ''}
            aria-invalid={isMissing || failure !== null}
            aria-describedby="credential-hint"
            onChange={(event) => setText(event.target.value)}
          />
          <p id="credential-hint" className={isMissing ? 'field-error' : 'field-hint'}>
            {isMissing
              ? '请扫描或输入参保人本人的电子凭证号，或 18 位身份证号码。'
              : '必须是看病买药的人本人的凭证，不用家人的。'}
          </p>
        </div>
        {failure && <FailureNotice failure={failure} onRetry={() => onFind(text.replaceAll(/\s/g, ''))} />}
        <Button type="primary" size="large" htmlType="submit" loading={isPending} block>
          查找 <kbd>回车</kbd>
        </Button>
      </form>
    </section>
  );
}
