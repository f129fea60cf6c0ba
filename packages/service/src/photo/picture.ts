// Makes a safe picture of whatever was uploaded: decoded whole, turned upright, without metadata, as a fresh JPEG.
import sharp from 'sharp';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';

const photoLimitBytes = 10 * 1024 * 1024;
const photoLimitPixels = 100_000_000;
const sidePx = 2000;

export interface Picture {
  bytes: Buffer;
  mediaType: 'image/jpeg';
  widthPx: number;
  heightPx: number;
}

/** Known beginnings of the formats that we take; nothing else ever reaches a decoder. */
function looksLikePhoto(bytes: Buffer): boolean {
  const text = (from: number, to: number) => bytes.toString('latin1', from, to);
  return (
    (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) ||
    text(0, 8) === '\x89PNG\r\n\x1a\n' ||
    (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') ||
    (text(4, 8) === 'ftyp' && ['heic', 'heix', 'hevc', 'hevx', 'mif1', 'msf1', 'avif'].includes(text(8, 12)))
  );
}

/** Apple's format, whose codec no free decoder carries. */
const isHeic = (bytes: Buffer): boolean =>
  /^ftyp(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(bytes.toString('latin1', 4, 12));

/**
 * Refused with `photo-heic` for Apple's format, `photo-too-large` above 10 MB, with `photo-not-a-photo` for what can't be decoded to its end. Longest side
 * at most 2000 px; the position and time at which a photo was taken are dropped with all other metadata.
 */
export async function cleanPicture(bytes: Buffer): Promise<Result<Picture>> {
  if (bytes.length > photoLimitBytes) return refuse('photo-too-large');
  if (!looksLikePhoto(bytes)) return refuse('photo-not-a-photo');
  try {
    const { data, info } = await sharp(bytes, {
      limitInputPixels: photoLimitPixels,
      failOn: 'error',
      autoOrient: true,
    })
      .resize({ width: sidePx, height: sidePx, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 85 })
      .toBuffer({ resolveWithObject: true });
    return done({ bytes: data, mediaType: 'image/jpeg', widthPx: info.width, heightPx: info.height });
  } catch {
    // Sharp throws for every file that is no picture, is cut off or has more pixels than the limit.
    return refuse(isHeic(bytes) ? 'photo-heic' : 'photo-not-a-photo');
  }
}
