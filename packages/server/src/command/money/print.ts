// What the commands about money print: JSON for programs, or lines of a name and a value; amounts in yuan for people.
/** One JSON document on standard output. */
export const printJson = (value: unknown): void =>
  void process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);

/** Lines "name：value", those without a value left out. */
export function printLines(lines: readonly (readonly [string, string | number | undefined])[]): void {
  for (const [name, value] of lines) {
    if (value !== undefined) process.stdout.write(`${name}：${value}\n`);
  }
}

/** Whole fen as yuan with two decimals. */
export function yuan(fen: number): string {
  const text = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)} 元`;
}

/** True for a day that the calendar has, as YYYY-MM-DD. */
export function isDay(text: string | undefined): text is string {
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === text;
}

/** True for a month as YYYY-MM. */
export const isMonth = (text: string | undefined): text is string => isDay(`${text}-01`);

/** Progress on standard error, so that standard output stays clean. */
export const progress = (text: string): void => void process.stderr.write(`${text}\n`);
