// Promises of the checks before a photo is sent.
import { describe, expect, it } from 'vitest';
import { photoRefusal } from './photo-upload.ts';

describe('photoRefusal', () => {
  it('lets photos up to 10 MB pass', () => {
    expect(photoRefusal({ type: 'image/jpeg', size: 10 * 1024 * 1024 })).toBeNull();
  });
  it('names the size of a photo that is too large', () => {
    expect(photoRefusal({ type: 'image/png', size: 50 * 1024 * 1024 })?.message).toContain('50 MB');
  });
  it('lets a photo pass whose type the phone does not name', () => {
    expect(photoRefusal({ type: '', size: 10 })).toBeNull();
  });
  it('refuses what is no photo', () => {
    expect(photoRefusal({ type: 'application/pdf', size: 10 })?.code).toBe('photo-not-a-photo');
  });
});
