// What is shown of an identity number and of a phone number: enough to recognise, too little to use.

/** First three and last four characters, e.g. `340***********1234`. */
export function maskIdNumber(idNumber: string): string {
  return `${idNumber.slice(0, 3)}${'*'.repeat(Math.max(0, idNumber.length - 7))}${idNumber.slice(-4)}`;
}

/** First three and last four digits, e.g. `199****0001`; empty when there is no phone. */
export function maskPhone(phone: string | null): string {
  return phone ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : '';
}
