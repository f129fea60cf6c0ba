// 补充材料: answers what the agency asks for, with words and photos.
import type { Answer } from '@gongji/contract';
import { useState, type FormEvent } from 'react';
import { useAct } from '../../api/hooks.ts';
import { Button } from '../../parts/button.tsx';
import { ErrorSummary } from '../../parts/error-summary.tsx';
import { TextArea } from '../../parts/field.tsx';
import { PhotoPicker } from '../../parts/photo-picker.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';

const photoLimit = 9;

export function Supplement({ application }: { application: Answer<'getApplication'> }) {
  const [text, setText] = useState('');
  const [photos, setPhotos] = useState<{ photoId: string; url: string }[]>([]);
  const [attempt, setAttempt] = useState(0);
  const send = useAct('supplementApplication');
  const empty = text.trim() === '' && photos.length === 0;
  const problems: Partial<Record<string, string>> =
    attempt > 0 && empty ? { 'supplement-text': '请写几句说明，或者上传一张照片。' } : {};
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (empty) {
      setAttempt(attempt + 1);
      return;
    }
    send.mutate({
      params: { applicationId: application.applicationId },
      body: { text: text.trim(), photoIds: photos.map(({ photoId }) => photoId) },
    });
  };
  return (
    <section className="block" aria-labelledby="supplement">
      <h2 id="supplement">补充材料</h2>
      {application.requestText && (
        <p className="asked-for">
          审核人员请您补充：<strong>{application.requestText}</strong>
        </p>
      )}
      <ErrorSummary problems={problems} attempt={attempt} />
      {send.isError && <ProblemNotice acted problem={send.error} onRetry={() => submit()} />}
      <form onSubmit={submit} noValidate>
        <TextArea
          id="supplement-text"
          label="您的说明"
          hint="最多 500 字"
          value={text}
          onChange={setText}
          error={problems['supplement-text']}
          maxLength={500}
        />
        <PhotoPicker
          id="supplement-photos"
          name="补充照片"
          text="把要补的证件或材料拍清楚，四角拍全。"
          required={false}
          photos={photos}
          full={photos.length >= photoLimit}
          onAdd={(photo) => setPhotos((before) => [...before, photo])}
          onRemove={(photoId) => setPhotos((before) => before.filter((photo) => photo.photoId !== photoId))}
        />
        <div className="actions">
          <Button main submit working={send.isPending && '正在提交，请稍候…'}>
            提交补充材料
          </Button>
        </div>
      </form>
    </section>
  );
}
