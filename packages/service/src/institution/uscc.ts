// The check character of a unified social credit code (统一社会信用代码), by GB 32100-2015.

const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Whether the last of the 18 characters fits the 17 before it: weights 3^i modulo 31. */
export function isUscc(code: string): boolean {
  if (code.length !== 18) return false;
  let weight = 1;
  let sum = 0;
  for (const character of code.slice(0, 17)) {
    const value = CHARACTERS.indexOf(character);
    if (value < 0) return false;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return code[17] === CHARACTERS[(31 - (sum % 31)) % 31];
}
