// The states of an account as ledger.balance numbers them.
import type { AccountStatus } from './account.ts';

/** Place in the list is the number. */
export const statusNumbers: readonly AccountStatus[] = ['open', 'frozen', 'closed'];
