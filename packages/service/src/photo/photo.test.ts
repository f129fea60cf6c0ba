// Photos: only real pictures are taken, nothing of them but the picture is kept, and only the right people see them.
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { employee, person } from '../../test/people.ts';
import { as, codeOf, openWorld, reviewer, value } from '../../test/world.ts';
import type { World } from '../../test/world.ts';

let world: World;
const owner = employee({ name: '演国栋', area: '211200' });
const stranger = person({ name: '演路人', area: '211200' });

beforeAll(async () => {
  world = await openWorld();
  await world.settle(owner, stranger);
});
afterAll(() => world.close());

const canvas = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#d0b090' } });

async function stored(bytes: Buffer): Promise<Buffer> {
  const { photoId } = value(await world.services.photo.add(as(owner), bytes));
  return value(await world.services.photo.read(as(owner), photoId)).bytes;
}

for (const format of ['jpeg', 'png', 'webp', 'avif'] as const) {
  test(`${format} becomes a JPEG`, async () => {
    const bytes = await stored(await canvas(64, 48).toFormat(format).toBuffer());
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 64, height: 48 });
  });
}

test('a photo in a format of Apple that nobody here can open is refused with what helps', async () => {
  const box = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1')]);
  expect(codeOf(await world.services.photo.add(as(owner), box))).toBe('photo-heic');
});

test('position, time and every other metadata are dropped, and the picture stands upright', async () => {
  const marked = await canvas(80, 40)
    .withMetadata({ orientation: 6 })
    .withExif({
      IFD0: { Make: 'SECRETCAMERA', Copyright: 'SECRETOWNER', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '42/1 17/1 0/1' },
    })
    .jpeg()
    .toBuffer();
  expect(marked.includes('SECRETCAMERA')).toBe(true);
  const bytes = await stored(marked);
  expect(bytes.includes('SECRET')).toBe(false);
  expect(bytes.includes('Exif')).toBe(false);
  const metadata = await sharp(bytes).metadata();
  expect(metadata.exif).toBeUndefined();
  expect(metadata).toMatchObject({ width: 40, height: 80 });
});

test('the longest side is at most 2000 pixels', async () => {
  const added = await world.services.photo.add(as(owner), await canvas(4000, 1000).jpeg().toBuffer());
  expect(value(added)).toMatchObject({ widthPx: 2000, heightPx: 500 });
});

test('what is stored is encrypted', async () => {
  const { photoId } = value(await world.services.photo.add(as(owner), await canvas(30, 30).png().toBuffer()));
  const { rows } = await world.database.ownerPool.query<{ bytes_enc: Buffer }>(
    'select bytes_enc from gongji.photo where photo_id = $1',
    [photoId],
  );
  expect(rows[0]?.bytes_enc.includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false);
  expect(rows[0]?.bytes_enc.includes('JFIF')).toBe(false);
});

test('what is no photo is refused and nothing is stored', async () => {
  const real = await canvas(600, 600)
    .composite([
      { input: Buffer.from('<svg width="600" height="600"><circle r="290" cx="300" cy="300"/></svg>') },
    ])
    .jpeg()
    .toBuffer();
  const files: Record<string, Buffer> = {
    'an empty file': Buffer.alloc(0),
    'a text': Buffer.from('这不是照片'),
    'a drawing as SVG': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    'a GIF': await canvas(9, 9).gif().toBuffer(),
    'a page named like a photo': Buffer.concat([
      Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
      Buffer.from('<html>'),
    ]),
    'half of a photo': real.subarray(0, Math.floor(real.length / 2)),
  };
  const count = async () => {
    const { rows } = await world.database.appPool.query<{ photos: number }>(
      'select count(*)::int as photos from gongji.photo',
    );
    return rows[0]?.photos;
  };
  const before = await count();
  for (const [what, bytes] of Object.entries(files)) {
    const result = await world.services.photo.add(as(owner), bytes);
    expect([what, codeOf(result)]).toEqual([what, 'photo-not-a-photo']);
  }
  expect(await count()).toBe(before);
});

test('more than 10 MB, and a picture with more pixels than any camera makes, are refused', async () => {
  const big = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(50 * 1024 * 1024)]);
  expect(codeOf(await world.services.photo.add(as(owner), big))).toBe('photo-too-large');
  // A small PNG whose header claims 20,000 by 20,000 pixels.
  const bomb = await canvas(8, 8).png().toBuffer();
  bomb.writeUInt32BE(20_000, 16);
  bomb.writeUInt32BE(20_000, 20);
  bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
  expect(codeOf(await world.services.photo.add(as(owner), bomb))).toBe('photo-not-a-photo');
});

test('only the owner sees a photo that belongs to no application', async () => {
  const { photoId } = value(await world.services.photo.add(as(owner), await canvas(9, 9).png().toBuffer()));
  const { photo } = world.services;
  expect(codeOf(await photo.read(as(stranger), photoId))).toBe('not-found');
  expect(codeOf(await photo.read(reviewer('211200'), photoId))).toBe('not-found');
  expect(codeOf(await photo.read(as(owner), 'pho_nothing'))).toBe('not-found');
  expect(codeOf(await photo.add(reviewer('211200'), Buffer.alloc(3)))).toBe('not-allowed');
});
