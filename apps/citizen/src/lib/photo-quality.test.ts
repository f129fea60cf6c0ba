// Promises of the look at a photo before it is sent, on papers drawn pixel by pixel.
import { describe, expect, it } from 'vitest';
import { photoDoubt, sharpnessOf, type GreyPicture } from './photo-quality.ts';

const [width, height] = [640, 480];
const asTaken = { width: 4000, height: 3000 };

/** A light paper on a grey table, with lines of strokes like print in its middle. */
function paper(ink = 40): GreyPicture {
  const grey = new Float64Array(width * height).fill(120);
  for (let y = 60; y < 420; y += 1) {
    for (let x = 60; x < 580; x += 1) {
      const isStroke = y % 24 < 10 && y > 120 && y < 300 && x > 100 && x < 420 && (x * 7 + y * 3) % 11 < 3;
      grey[y * width + x] = isStroke ? ink : 225;
    }
  }
  return { width, height, grey };
}

/** Out of focus: each pixel the mean of those around it, twice. */
function blurred({ grey }: GreyPicture, radius: number): GreyPicture {
  const once = (from: ArrayLike<number>) =>
    Float64Array.from({ length: width * height }, (_, place) => {
      const [x0, y0] = [place % width, Math.floor(place / width)];
      let sum = 0;
      let count = 0;
      for (let y = Math.max(0, y0 - radius); y <= Math.min(height - 1, y0 + radius); y += 1)
        for (let x = Math.max(0, x0 - radius); x <= Math.min(width - 1, x0 + radius); x += 1) {
          sum += from[y * width + x] ?? 0;
          count += 1;
        }
      return sum / count;
    });
  return { width, height, grey: once(once(grey)) };
}

describe('a photo of a paper', () => {
  it('passes when its print is sharp, in faint ink and upright too', () => {
    expect(photoDoubt(asTaken, paper())).toBeNull();
    expect(photoDoubt(asTaken, paper(170))).toBeNull();
    expect(photoDoubt({ width: 600, height: 900 }, paper())).toBeNull();
  });
  it('is doubted when it is out of focus', () => {
    for (const radius of [3, 6]) expect(photoDoubt(asTaken, blurred(paper(), radius))).toContain('模糊');
    expect(sharpnessOf(blurred(paper(), 3))).toBeLessThan(sharpnessOf(paper()) / 10);
  });
  it('is doubted when there is nothing to be seen on it', () => {
    const grey = new Float64Array(width * height).fill(20);
    expect(photoDoubt(asTaken, { width, height, grey })).toContain('模糊');
  });
  it('is doubted when it is small, however sharp', () => {
    expect(photoDoubt({ width: 899, height: 700 }, paper())).toContain('太小');
    expect(photoDoubt({ width: 2000, height: 599 }, paper())).toContain('太小');
  });
  it('that is a few pixels only does not break the look', () => {
    expect(photoDoubt(asTaken, { width: 3, height: 2, grey: [1, 2, 3, 4, 5, 6] })).toContain('模糊');
  });
});
