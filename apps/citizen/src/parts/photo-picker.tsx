// Photos of one material: take or choose, see how far the upload is, look at it, remove it.
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { lookAt } from '../api/photo-look.ts';
import { photoRefusal, uploadPhoto } from '../api/photo-upload.ts';
import { asProblem, Problem } from '../api/problem.ts';
import { platformOf } from '../platform/current.ts';
import { openWithTicket, photoOf } from '../platform/ticket.ts';
import { CameraIcon } from './icons.tsx';

const platform = platformOf(navigator.userAgent);

interface ShownPhoto {
  photoId: string;
  url: string;
}

interface PhotoPickerProps {
  id: string;
  name: string;
  text: string;
  required: boolean;
  photos: ShownPhoto[];
  error?: string | undefined;
  /** No more can be added in all. */
  full: boolean;
  onAdd: (photo: ShownPhoto) => void;
  onRemove: (photoId: string) => void;
}

type Upload =
  | { state: 'looking' }
  | { file: File; state: 'doubtful'; doubt: string }
  | { file: File; state: 'sending'; percent: number }
  | { file: File | null; state: 'failed'; problem: Problem };

/** With these named, an iPhone hands its own format over as JPEG; HEIC is named for the browsers that know no other way. */
const photoTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif'];

const Retry = ({ file, onSend }: { file: File; onSend: (file: File) => void }) => (
  <button type="button" className="button" onClick={() => onSend(file)}>
    重试
  </button>
);

export function PhotoPicker(props: PhotoPickerProps) {
  const { id, name, text, required, photos, error, full, onAdd, onRemove } = props;
  const [upload, setUpload] = useState<Upload | null>(null);
  const send = (file: File) => {
    setUpload({ file, state: 'sending', percent: 0 });
    uploadPhoto(file, (percent) => setUpload({ file, state: 'sending', percent })).then(
      ({ photoId, url }) => {
        setUpload(null);
        onAdd({ photoId, url });
      },
      (thrown: unknown) => setUpload({ file, state: 'failed', problem: asProblem(thrown) }),
    );
  };
  /** In a host with a camera page of its own; the photo comes from the server, under its ticket. */
  const photograph = () => {
    setUpload(null);
    openWithTicket(platform, { kind: 'photo' })
      .then((ticketId) => photoOf(ticketId))
      .then(
        (photo) => {
          setUpload(null);
          if (photo) onAdd(photo);
        },
        (thrown: unknown) => setUpload({ file: null, state: 'failed', problem: asProblem(thrown) }),
      );
  };
  const choose = (files: FileList | null) => {
    const file = files?.[0];
    if (!file) return;
    const refusal = photoRefusal(file);
    if (refusal) {
      setUpload({ file: null, state: 'failed', problem: new Problem('refused', refusal) });
      return;
    }
    setUpload({ state: 'looking' });
    lookAt(file).then(
      (looked) => {
        if (looked.doubt === null) send(looked.file);
        else setUpload({ file: looked.file, state: 'doubtful', doubt: looked.doubt });
      },
      (thrown: unknown) => setUpload({ file: null, state: 'failed', problem: asProblem(thrown) }),
    );
  };
  const sending = upload?.state === 'sending';
  const isBusy = sending || upload?.state === 'looking' || upload?.state === 'doubtful';
  return (
    <section
      id={id}
      className={`field photo-picker${error ? ' field-wrong' : ''}`}
      aria-label={name}
      tabIndex={-1}
    >
      <h2 className="field-label">
        {name}
        <span className="optional">{required ? '必须上传' : '可以不传'}</span>
      </h2>
      <p className="hint">{text}</p>
      {error && <p className="field-error">{error}</p>}
      {photos.length > 0 && (
        <ul className="photos">
          {photos.map((photo, index) => (
            <li key={photo.photoId}>
              <img src={photo.url} alt={`${name}，第 ${index + 1} 张`} />
              <button
                type="button"
                className="link-button"
                aria-label={`删除${name}的第 ${index + 1} 张照片`}
                onClick={() => onRemove(photo.photoId)}
              >
                删除
              </button>
            </li>
          ))}
        </ul>
      )}
      {sending && (
        <div className="upload" role="status">
          <progress max={100} value={upload.percent} aria-label={`正在上传${name}`} />
          <p>正在上传…已完成 {upload.percent}%</p>
        </div>
      )}
      {upload?.state === 'failed' && (
        <div className="notice notice-bad" role="alert">
          <p className="notice-title">{upload.problem.message}</p>
          <p>{upload.problem.remedy}</p>
          {upload.problem.kind === 'unanswered' && upload.file && <Retry file={upload.file} onSend={send} />}
        </div>
      )}
      {upload?.state === 'looking' && (
        <p className="hint" role="status">
          正在检查照片…
        </p>
      )}
      {upload?.state === 'doubtful' && (
        <div className="notice notice-warn" role="alert">
          <p>{upload.doubt}</p>
          <div className="photo-choices">
            <FileTrigger acceptedFileTypes={photoTypes} onSelect={choose}>
              <AriaButton className="button">重拍</AriaButton>
            </FileTrigger>
            <button type="button" className="button" onClick={() => send(upload.file)}>
              仍然使用
            </button>
          </div>
        </div>
      )}
      {full ? (
        <p className="hint">最多上传 9 张照片，已经满了。要换的话，请先删除一张。</p>
      ) : (
        !isBusy &&
        (platform.open ? (
          <AriaButton className="button photo-button" onPress={photograph}>
            <CameraIcon />
            {photos.length === 0 ? `拍照或选择${name}` : '再加一张'}
          </AriaButton>
        ) : (
          <FileTrigger acceptedFileTypes={photoTypes} onSelect={choose}>
            <AriaButton className="button photo-button">
              <CameraIcon />
              {photos.length === 0 ? `拍照或选择${name}` : '再加一张'}
            </AriaButton>
          </FileTrigger>
        ))
      )}
    </section>
  );
}
