// For whom this page acts: the person who was shown first. The server refuses it once the session acts for another.
import { actingHeader } from '@gongji/contract/paths';

let personNo: string | undefined;

/** Remembers the first person shown; false when the session has come to be another person's, so that the page is stale. */
export function actsFor(shown: string | undefined): boolean {
  personNo ??= shown;
  return shown === undefined || shown === personNo;
}

export const actingHeaders = (): Record<string, string> =>
  personNo === undefined ? {} : { [actingHeader]: personNo };
