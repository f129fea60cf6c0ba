// Citizen identity numbers (GB 11643): 17 digits and a check character by ISO 7064 MOD 11-2.
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';

/** True for 18 characters whose birth date exists, is not after `today` ('YYYY-MM-DD'), and whose check character is right. */
export function isValidIdNumber(idNumber: string, today: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(idNumber)) return false;
  const bornOn = birthDateOf(idNumber);
  const day = new Date(`${bornOn}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== bornOn) return false;
  if (bornOn < '1850-01-01' || bornOn > today) return false;
  const sum = weights.reduce((total, weight, place) => total + weight * Number(idNumber[place]), 0);
  return checkCharacters[sum % 11] === idNumber[17];
}

/** The birth date that a number carries, 'YYYY-MM-DD'. */
export function birthDateOf(idNumber: string): string {
  return `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
}

/** The 17th digit is odd for men and even for women. */
export function sexOf(idNumber: string): 'male' | 'female' {
  return Number(idNumber[16]) % 2 === 1 ? 'male' : 'female';
}

/** Mobile numbers of the mainland: 11 digits, the first is 1. */
export function isValidPhone(phone: string): boolean {
  return /^1\d{10}$/.test(phone);
}
