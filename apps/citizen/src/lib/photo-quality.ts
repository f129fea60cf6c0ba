// Tells from the pixels whether a photo of a paper can be read: large enough and sharp enough.

/** A photo made small for looking at: one grey value (0 to 255) for each pixel, row by row. */
export interface GreyPicture {
  width: number;
  height: number;
  grey: ArrayLike<number>;
}

/** Longest side of the small picture on which sharpness is judged, in px; the limit below belongs to it. */
export const judgedSidePx = 640;
/** A paper photographed whole needs so many px on its longer and shorter side for its small print. */
const least = { longPx: 900, shortPx: 600 };
const tilePx = 32;
/** Least variance of the Laplacian in the tiles with most detail. Generated papers: sharp above 1000, out of focus below 60. */
const leastSharpness = 150;

/** The variance of the Laplacian within one tile: high where there are hard edges, such as printed letters. */
function sharpnessOfTile({ width, grey }: GreyPicture, left: number, top: number): number {
  const at = (x: number, y: number) => grey[y * width + x] ?? 0;
  let sum = 0;
  let squares = 0;
  const count = tilePx * tilePx;
  for (let y = top; y < top + tilePx; y += 1) {
    for (let x = left; x < left + tilePx; x += 1) {
      const edge = at(x - 1, y) + at(x + 1, y) + at(x, y - 1) + at(x, y + 1) - 4 * at(x, y);
      sum += edge;
      squares += edge * edge;
    }
  }
  return squares / count - (sum / count) ** 2;
}

/** The mean of the sharpest tenth of the tiles: most of a paper is empty, and the table around it says nothing. */
export function sharpnessOf(picture: GreyPicture): number {
  const tiles: number[] = [];
  for (let top = 1; top + tilePx < picture.height; top += tilePx)
    for (let left = 1; left + tilePx < picture.width; left += tilePx)
      tiles.push(sharpnessOfTile(picture, left, top));
  const best = tiles
    .toSorted((one, other) => other - one)
    .slice(0, Math.max(1, Math.ceil(tiles.length / 10)));
  return best.reduce((sum, tile) => sum + tile, 0) / Math.max(1, best.length);
}

/** Why a photo may not be readable, in words; null when nothing speaks against it. `size`: of the photo as taken, in px. */
export function photoDoubt(size: { width: number; height: number }, small: GreyPicture): string | null {
  const [short = 0, long = 0] = [size.width, size.height].toSorted((one, other) => one - other);
  if (long < least.longPx || short < least.shortPx)
    return '这张照片太小，上面的字可能看不清。请靠近一些，让证件占满画面再拍。';
  if (sharpnessOf(small) < leastSharpness)
    return '这张照片有些模糊，上面的字可能看不清。请拿稳手机，点一下屏幕对准证件再拍。';
  return null;
}
