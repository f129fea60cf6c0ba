// After a sign-in nobody is sent to another site.
import { expect, test } from 'vitest';
import { localPath } from './attempt.ts';

test('paths of this site are kept', () => {
  for (const path of ['/', '/bind/new?step=2', '/staff/reviews', '/a#b']) expect(localPath(path)).toBe(path);
});

test('every other address becomes the home page', () => {
  const elsewhere = [
    undefined,
    '',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/%0a\n/evil.example',
    'bind',
  ];
  for (const path of elsewhere) expect(localPath(path)).toBe('/');
});
