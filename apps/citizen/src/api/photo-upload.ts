// Sends one photo and tells how far it is; the checks of type and size come before the network.
import type { ErrorBody, Photo } from '@gongji/contract';
import { idempotencyHeader, photosPath } from '@gongji/contract/paths';
import { heicTexts } from '@gongji/contract/words';
import { actingHeaders } from './acting.ts';
import { intentOf } from './intent.ts';
import { faulty, offline, Problem, problemOf } from './problem.ts';

const limitBytes = 10 * 1024 * 1024;

/** What to do with a photo in Apple's format (HEIC) that can't be opened here; the server refuses it in the same words. */
export const photoFormatUnreadable: ErrorBody['error'] = {
  code: 'photo-heic',
  ...heicTexts,
};

/** Why a chosen file can't be sent; null when it can. */
export function photoRefusal(file: { type: string; size: number }): ErrorBody['error'] | null {
  // Some phones name no type for a photo in Apple's format.
  if (file.type !== '' && !file.type.startsWith('image/')) {
    return {
      code: 'photo-not-a-photo',
      message: '这个文件不是照片。',
      remedy: '请上传 JPG、PNG 或 WebP 格式的照片，也可以直接拍照。',
    };
  }
  if (file.size > limitBytes) {
    return {
      code: 'photo-too-large',
      message: `这张照片有 ${Math.ceil(file.size / 1024 / 1024)} MB，超过上限 10 MB。`,
      remedy: '请重新拍摄，或选一张小一些的照片。',
    };
  }
  return null;
}

/** Uploads. @throws Problem */
export function uploadPhoto(file: File, onProgress: (percent: number) => void): Promise<Photo> {
  const refusal = photoRefusal(file);
  if (refusal) return Promise.reject(new Problem('refused', refusal));
  const intent = intentOf(sessionStorage, photosPath, `${file.name}:${file.size}:${file.lastModified}`);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', photosPath);
    const headers = { [idempotencyHeader]: intent.key, ...actingHeaders() };
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.timeout = 120_000;
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(Math.round((event.loaded / event.total) * 100));
    };
    request.onload = () => {
      if (request.status < 500) intent.answered();
      if (request.status < 400 && request.response) resolve(request.response as Photo);
      else if (request.status >= 400) reject(problemOf(request.status, request.response));
      else reject(faulty());
    };
    request.onerror = () => reject(offline());
    request.ontimeout = () => reject(offline());
    const form = new FormData();
    form.append('photo', file);
    request.send(form);
  });
}
