// Identity numbers by GB 11643-1999: 17 digits and a check character by ISO 7064 MOD 11-2.

/** The check character for the first 17 digits, `0`-`9` or `X`. */
export function checkCharacter(first17: string): string {
  let sum = 0;
  for (let index = 0; index < 17; index += 1) {
    sum += Number(first17[index]) * (2 ** (17 - index) % 11);
  }
  return '10X98765432'[sum % 11] ?? '';
}

/**
 * An identity number from district code, birthday (YYYY-MM-DD) and the three-digit sequence (odd for men, even for women).
 */
export function makeIdNumber(districtCode: string, bornOn: string, sequence: number): string {
  const first17 = `${districtCode}${bornOn.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  return first17 + checkCharacter(first17);
}
