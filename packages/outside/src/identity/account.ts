// Who can sign in, by which numbers, and what the provider tells the product about them.
import type { SamplePerson, SampleStaff } from '@gongji/sample';
import type { KnownPeople } from '../people.ts';

export type Account =
  { kind: 'person'; id: string; person: SamplePerson } | { kind: 'staff'; id: string; staff: SampleStaff };

/** `id` is a person number or a staff number. */
export function findAccount(known: KnownPeople, id: string): Account | undefined {
  const person = known.byPersonNo(id);
  if (person) return { kind: 'person', id, person };
  const staff = known.byStaffNo(id);
  return staff ? { kind: 'staff', id, staff } : undefined;
}

export interface Claims {
  [claim: string]: string;
  sub: string;
}

/** People carry `id_number`, staff `staff_no`; both carry `name` and `kind`. */
export function claimsOf(account: Account): Claims {
  if (account.kind === 'person') {
    const { name, idNumber } = account.person;
    return { sub: account.id, name, kind: 'person', id_number: idNumber };
  }
  return { sub: account.id, name: account.staff.name, kind: 'staff', staff_no: account.id };
}

export type SignInAttempt = { ok: true; account: Account } | { ok: false; message: string };

/** Signs in by identity number, person number or staff number, and the six-digit password. */
export function attemptSignIn(known: KnownPeople, entry: string, pin: string): SignInAttempt {
  const number = entry.trim().toUpperCase();
  if (number === '') return { ok: false, message: '请填写身份证号、人员编号或工号。' };
  if (!/^\d{6}$/.test(pin)) return { ok: false, message: '口令是 6 位数字，请重新填写。' };
  const account = findAccount(known, known.byIdNumber(number)?.personNo ?? number);
  if (!account) {
    return { ok: false, message: '没有找到这个号码。请核对身份证号（18 位）、人员编号或工号后再试。' };
  }
  const expected = account.kind === 'person' ? account.person.pin : account.staff.pin;
  return pin === expected ? { ok: true, account } : { ok: false, message: '口令不对，请重新填写 6 位口令。' };
}
