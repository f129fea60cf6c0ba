// Looks at a chosen photo on the device: can it be read, and must it be turned into a format that everybody opens.
import { judgedSidePx, photoDoubt } from '../lib/photo-quality.ts';
import { photoFormatUnreadable } from './photo-upload.ts';
import { Problem } from './problem.ts';

export interface LookedAt {
  /** What to send: the file itself, or a JPEG made from it. */
  file: File;
  /** Why it may be unreadable; null when nothing speaks against it or the browser can't look. */
  doubt: string | null;
}

const isHeic = ({ name, type }: File): boolean => /^image\/hei[cf]/.test(type) || /\.hei[cf]$/i.test(name);

function drawn(picture: ImageBitmap, longestPx: number) {
  const scale = Math.min(1, longestPx / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  brush?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return { canvas, brush };
}

function doubtOf(picture: ImageBitmap): string | null {
  const { canvas, brush } = drawn(picture, judgedSidePx);
  if (!brush) return null;
  const { width, height } = canvas;
  const { data } = brush.getImageData(0, 0, width, height);
  const grey = Float64Array.from({ length: width * height }, (_, place) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(place * 4, place * 4 + 3);
    return 0.299 * red + 0.587 * green + 0.114 * blue;
  });
  return photoDoubt(picture, { width, height, grey });
}

async function asJpeg(picture: ImageBitmap, name: string): Promise<File> {
  const { canvas } = drawn(picture, 3000);
  const bytes = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9));
  if (!bytes) throw new Problem('refused', photoFormatUnreadable);
  return new File([bytes], name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' });
}

/** A photo in Apple's format is turned into a JPEG where the browser can open it. @throws Problem where it can't. */
export async function lookAt(file: File): Promise<LookedAt> {
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file);
  } catch {
    if (isHeic(file)) throw new Problem('refused', photoFormatUnreadable);
    // Whatever else the browser can't open is left to the server, which opens more and says what is wrong.
    return { file, doubt: null };
  }
  try {
    const doubt = doubtOf(picture);
    return { file: isHeic(file) ? await asJpeg(picture, file.name) : file, doubt };
  } finally {
    picture.close();
  }
}
