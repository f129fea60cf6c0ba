// Whose accounts a bill may use, by what the institution's software sends (`acct_used_flag`) and what the area takes it for.
import { sliceAt } from './library.ts';
import type { PolicyLibrary } from './library.ts';

export type AccountUse = 'none' | 'own' | 'own-then-shared';
export type AccountFlag = '0' | '1' | '2';

/** Pure. 0: none; 1: as the area says on that day, the own account where it says nothing; 2: the own account, then relatives'. */
export function accountUseOf(
  library: PolicyLibrary,
  area: string,
  date: string,
  flag: AccountFlag,
): AccountUse {
  if (flag === '0') return 'none';
  if (flag === '2') return 'own-then-shared';
  const policy = library.areas.get(area);
  return (policy && sliceAt(policy, date)?.accountFlag?.flagOne) ?? 'own';
}
