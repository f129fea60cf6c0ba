// Tests of the photo's place on the stage.
import { expect, test } from 'vitest';
import { layoutPhoto, stepZoom } from './photo-layout.ts';

const natural = { widthPx: 2000, heightPx: 1000 };
const stage = { widthPx: 500, heightPx: 500 };

test('the whole photo is seen at first, upright or lying', () => {
  expect(layoutPhoto(natural, stage, 1, 0).box).toEqual({ widthPx: 500, heightPx: 250 });
  expect(layoutPhoto(natural, stage, 1, 1).box).toEqual({ widthPx: 250, heightPx: 500 });
});

test('turning keeps the proportions of the photo', () => {
  for (const turns of [0, 1, 2, 3]) {
    const { image } = layoutPhoto(natural, stage, 2, turns);
    expect(image.widthPx / image.heightPx).toBe(2);
  }
});

test('zoom goes by steps and stops at both ends', () => {
  expect(stepZoom(1, 1)).toBe(1.5);
  expect(stepZoom(1, -1)).toBe(1);
  expect(stepZoom(4, 1)).toBe(4);
  expect(stepZoom(2, -1)).toBe(1.5);
});
