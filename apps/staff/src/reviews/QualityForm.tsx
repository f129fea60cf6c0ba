// A second look at a decided case of the sample: right or wrong, with words when it was wrong.
import type { ReviewQualityBody } from '@gongji/contract';
import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { call } from '../api/call.ts';
import { failureIn } from '../api/failure.ts';
import { once } from '../api/intent.ts';
import { noticeExpiry, refreshAll } from '../api/queries.ts';
import { FailureNotice } from '../shared/FailureNotice.tsx';

export function QualityForm({ applicationId }: { applicationId: string }) {
  const id = useId();
  const [text, setText] = useState('');
  const check = useMutation({
    mutationFn: (body: ReviewQualityBody) =>
      once(`quality-${applicationId}`, body, (key) =>
        call('checkReviewQuality', { params: { applicationId }, body, key }),
      ),
    onSuccess: () => refreshAll(),
    onError: noticeExpiry,
  });
  const failure = failureIn(check.error);
  const send = (outcome: ReviewQualityBody['outcome']) => check.mutate({ outcome, text: text.trim() });
  return (
    <section className="card quality" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>质量抽查</h2>
      <p className="quiet">请对照材料重新看一遍。抽查不改变决定，结果留在内部记录里。</p>
      <label className="field-label" htmlFor={`${id}-text`}>
        说明（办理有误时必填）
      </label>
      <Input
        id={`${id}-text`}
        value={text}
        maxLength={500}
        onChange={(event) => setText(event.target.value)}
      />
      {failure && <FailureNotice failure={failure} />}
      <div className="decision-confirm">
        <Button type="primary" loading={check.isPending} onClick={() => send('right')}>
          办理正确
        </Button>
        <Button danger disabled={text.trim() === ''} loading={check.isPending} onClick={() => send('wrong')}>
          办理有误
        </Button>
      </div>
    </section>
  );
}
