// Whom one pays for in one go, as it stands in the address, so that it survives a reload and the way back.

export interface Chosen {
  memberPersonNo: string;
  coverageYear: number;
}

/** `34050099.2025,34050100.2025` -> who and which year; what can't be read and second years of one person are left out. */
export function readChosen(text: string | null): Chosen[] {
  const chosen = new Map<string, Chosen>();
  for (const part of (text ?? '').split(',')) {
    const [, memberPersonNo, year] = /^(\w{1,40})\.(\d{4})$/.exec(part) ?? [];
    if (memberPersonNo && year && !chosen.has(memberPersonNo))
      chosen.set(memberPersonNo, { memberPersonNo, coverageYear: Number(year) });
  }
  return [...chosen.values()];
}

export const writeChosen = (chosen: readonly Chosen[]): string =>
  chosen.map(({ memberPersonNo, coverageYear }) => `${memberPersonNo}.${coverageYear}`).join(',');
