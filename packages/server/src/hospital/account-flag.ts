// `acct_used_flag` as the service knows it; the dictionary has checked it.
import type { AccountFlag } from '@gongji/service';

export const accountFlagOf = (flag: string): AccountFlag => (flag === '1' || flag === '2' ? flag : '0');
