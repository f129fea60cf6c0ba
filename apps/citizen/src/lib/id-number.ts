// The 18-digit citizen identity number (GB 11643): shape, birth date and check digit.

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = '10X98765432';

export type IdNumberCheck =
  | { outcome: 'empty' }
  | { outcome: 'incomplete'; missing: number }
  | { outcome: 'wrong'; text: string }
  | { outcome: 'right' };

/** What a person may type, made plain: spaces out, a small x made large. */
export const plainIdNumber = (typed: string): string => typed.replaceAll(/\s/g, '').toUpperCase();

function isDay(text: string): boolean {
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(4, 6));
  const day = Number(text.slice(6, 8));
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1880 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Checks while typing: tells how many digits are missing before it calls anything wrong. */
export function checkIdNumber(typed: string): IdNumberCheck {
  const number = plainIdNumber(typed);
  if (number === '') return { outcome: 'empty' };
  if (!/^\d{0,17}[\dX]?$/.test(number) || (number.length < 18 && number.includes('X'))) {
    return { outcome: 'wrong', text: '身份证号码只能是数字，最后一位可以是 X。请核对后修改。' };
  }
  if (number.length < 18) return { outcome: 'incomplete', missing: 18 - number.length };
  if (!isDay(number.slice(6, 14))) {
    return { outcome: 'wrong', text: '第 7 到 14 位不是有效的出生日期。请对照身份证核对。' };
  }
  const sum = weights.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  if (checkDigits[sum % 11] !== number[17]) {
    return { outcome: 'wrong', text: '最后一位校验码对不上，可能有一位填错了。请对照身份证逐位核对。' };
  }
  return { outcome: 'right' };
}

/** First three and last four digits; the rest is hidden. */
export const maskIdNumber = (number: string): string =>
  `${number.slice(0, 3)}${'*'.repeat(Math.max(0, number.length - 7))}${number.slice(-4)}`;
