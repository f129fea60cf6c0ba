// Nobody can be told from a log line.
import { expect, test } from 'vitest';
import { createLogTo } from './log.ts';
import { redact, redactText } from './redact.ts';

const idNumber = '340599199001010016';
const phone = '19900000001';

test('identity numbers and phones are masked inside any text', () => {
  expect(redactText(`身份证 ${idNumber}，电话 ${phone}`)).toBe('身份证 340***********0016，电话 199****0001');
  expect(redactText('34059919900101001X')).toBe('340***********001X');
});

test('a person number of another length is left as it is', () => {
  expect(redactText('34050000000000000000001')).toBe('34050000000000000000001');
});

test('values under telling keys are hidden at any depth, in arrays, causes and errors', () => {
  const error = new Error(`duplicate ${idNumber}`, { cause: { phone, detail: `Key (${phone})` } });
  const text = JSON.stringify(redact({ people: [{ name: '样明远', idNumber }], error }));
  for (const secret of ['样明远', idNumber, phone]) expect(text).not.toContain(secret);
  expect(text).toContain('duplicate 340***********0016');
});

test('a log line carries no cookie, name or number, in the object or in the message', () => {
  const lines: string[] = [];
  createLogTo((line) => lines.push(line)).warn(
    { headers: { cookie: 'gongji_session=abc' }, name: '样明远', err: new Error(phone) },
    `no answer for ${idNumber}`,
  );
  const text = lines.join('');
  for (const secret of ['gongji_session=abc', '样明远', idNumber, phone]) expect(text).not.toContain(secret);
  expect(text).toContain('no answer for 340***********0016');
});
