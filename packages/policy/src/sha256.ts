// SHA-256 (FIPS 180-4) in plain TypeScript, so that the browser can name a policy by its content synchronously.

const ROUNDS = 64;

/** First 32 bits of the fractional part of a root of a prime, found exactly with whole numbers. */
function rootBits(prime: number, root: 2n | 3n): number {
  const target = BigInt(prime) << (32n * root);
  let low = 0n;
  let high = 1n << 40n;
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** root <= target) low = middle;
    else high = middle - 1n;
  }
  return Number(low & 0xffffffffn);
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate += 1) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes;
}

const PRIMES = firstPrimes(ROUNDS);
const INITIAL = PRIMES.slice(0, 8).map((prime) => rootBits(prime, 2n));
const CONSTANTS = PRIMES.map((prime) => rootBits(prime, 3n));

function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      );
  }
  return bytes;
}

function padded(message: number[]): number[] {
  const bytes = [...message, 0x80];
  while (bytes.length % 64 !== 56) bytes.push(0);
  const bits = BigInt(message.length) * 8n;
  for (let shift = 56n; shift >= 0n; shift -= 8n) bytes.push(Number((bits >> shift) & 255n));
  return bytes;
}

const rotate = (value: number, by: number): number => (value >>> by) | (value << (32 - by));

function schedule(bytes: number[], offset: number): number[] {
  const words: number[] = [];
  const word = (index: number): number => words[index] ?? 0;
  const byte = (index: number): number => bytes[offset + index] ?? 0;
  for (let index = 0; index < 16; index += 1) {
    const at = index * 4;
    words.push((byte(at) << 24) | (byte(at + 1) << 16) | (byte(at + 2) << 8) | byte(at + 3));
  }
  for (let index = 16; index < ROUNDS; index += 1) {
    const early = word(index - 15);
    const late = word(index - 2);
    const first = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const second = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    words.push((word(index - 16) + first + word(index - 7) + second) | 0);
  }
  return words;
}

function compress(state: number[], words: number[]): number[] {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let index = 0; index < ROUNDS; index += 1) {
    const upper = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const chosen = (e & f) ^ (~e & g);
    const first = (h + upper + chosen + (CONSTANTS[index] ?? 0) + (words[index] ?? 0)) | 0;
    const lower = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + lower + majority) | 0];
  }
  return [a, b, c, d, e, f, g, h].map((value, index) => ((state[index] ?? 0) + value) | 0);
}

/** SHA-256 of the UTF-8 text as 64 lower-case hex digits. */
export function sha256Hex(text: string): string {
  const bytes = padded(utf8(text));
  let state = INITIAL;
  for (let offset = 0; offset < bytes.length; offset += 64) state = compress(state, schedule(bytes, offset));
  return state.map((value) => (value >>> 0).toString(16).padStart(8, '0')).join('');
}
