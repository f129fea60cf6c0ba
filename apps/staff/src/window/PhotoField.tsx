// One photo or scan of the person's papers, sent at once; it becomes the person's own photo.
import type { Photo } from '@gongji/contract';
import { windowPhotosPath } from '@gongji/contract/paths';
import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { failureIn, failureOf, unanswered } from '../api/failure.ts';
import { noticeExpiry } from '../api/queries.ts';
import { FailureNotice } from '../shared/FailureNotice.tsx';

async function send(personNo: string, file: File): Promise<Photo> {
  const form = new FormData();
  form.set('photo', file);
  let response: Response;
  try {
    response = await fetch(windowPhotosPath(personNo), {
      ...{ method: 'POST', body: form, credentials: 'same-origin' },
    });
  } catch {
    throw unanswered();
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw failureOf(response.status, answer);
  return answer as Photo;
}

interface PhotoFieldProps {
  personNo: string;
  label: string;
  onAdded: (photoId: string) => void;
}

export function PhotoField({ personNo, label, onAdded }: PhotoFieldProps) {
  const id = useId();
  const add = useMutation({
    mutationFn: (file: File) => send(personNo, file),
    onSuccess: ({ photoId }) => onAdded(photoId),
    onError: noticeExpiry,
  });
  const failure = failureIn(add.error);
  return (
    <div className="window-photo">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) add.mutate(file);
        }}
      />
      <p role="status" className="field-hint">
        {add.isPending ? '正在上传……' : add.isSuccess ? '已上传' : '照片或扫描件，不超过 10 MB'}
      </p>
      {failure && <FailureNotice failure={failure} />}
    </div>
  );
}
