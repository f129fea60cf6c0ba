// Whose accounts a settlement may use: `acct_used_flag` read by the setting of the patient's area. Pure.

export type AccountUse = 'none' | 'own' | 'own-then-shared';
export type AccountFlag = '0' | '1' | '2';

/**
 * What flag 1 means by area. Many institutions always send 1, so that an area may let it mean shared money too. Tieling: by the
 * city's guide shared money is used by itself once the own account is empty.
 */
const flagOneByArea: ReadonlyMap<string, AccountUse> = new Map([['211200', 'own-then-shared']]);

/** 0: none; 1: as the area says, the own account where it says nothing; 2: the own account and then relatives'. */
export function accountUseOf(flag: AccountFlag, area: string): AccountUse {
  if (flag === '0') return 'none';
  return flag === '2' ? 'own-then-shared' : (flagOneByArea.get(area) ?? 'own');
}
