// Whom one pays for, in the address.
import { expect, it } from 'vitest';
import { readChosen, writeChosen } from './chosen.ts';

it('is read as it was written', () => {
  const chosen = [
    { memberPersonNo: '34050099000001', coverageYear: 2025 },
    { memberPersonNo: '34050099000002', coverageYear: 2026 },
  ];
  expect(readChosen(writeChosen(chosen))).toEqual(chosen);
});

it('leaves out what can’t be read and a second year of the same person', () => {
  expect(readChosen('a.2025,a.2026,b,c.20255,,%.2025')).toEqual([
    { memberPersonNo: 'a', coverageYear: 2025 },
  ]);
  expect(readChosen(null)).toEqual([]);
});
