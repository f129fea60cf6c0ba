// Photos of proofs: checked, stripped, encrypted, and served only to who may see them.
import type { Photo } from '@gongji/contract';
import type { Context } from '../kernel/context.ts';
import type { Result } from '../kernel/result.ts';

export interface PhotoService {
  /** Refused with `photo-too-large`, `photo-heic` or `photo-not-a-photo`; what is stored is a fresh JPEG without metadata. */
  add(context: Context, bytes: Buffer): Promise<Result<Photo>>;
  /** The owner, or a reviewer of the area when the photo belongs to an application there; else `not-found`. */
  read(context: Context, photoId: string): Promise<Result<{ bytes: Buffer; mediaType: string }>>;
}
