// Every transaction of the institutions' interface, by its number.
import type { Transaction } from './transaction.ts';
import { findPerson } from './transactions/t1101-person.ts';
import { signIn } from './transactions/t9001-sign-in.ts';
import { signOut } from './transactions/t9002-sign-out.ts';

const all: readonly Transaction[] = [findPerson, signIn, signOut];

export const transactions: ReadonlyMap<string, Transaction> = new Map(all.map((each) => [each.infno, each]));
