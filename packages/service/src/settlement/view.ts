// A settlement as the till sees it.
import type { Settlement } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import { instantText } from '../kernel/instant.ts';
import { place } from '../kernel/place.ts';
import type { Queryable } from '../kernel/transact.ts';
import { markOf } from '../person/mark.ts';
import { findPeople } from '../person/store.ts';
import type { BillRecord } from './bill.ts';

export async function settlementViews(
  client: Queryable,
  cipher: FieldCipher,
  bills: readonly BillRecord[],
): Promise<Settlement[]> {
  const people = await findPeople(
    client,
    cipher,
    bills.map((bill) => bill.patientNo),
  );
  return bills.map((bill) => {
    const person = people.get(bill.patientNo);
    if (!person) throw new Error('The patient of a bill is not on the register');
    const { personNo, name, maskedIdNumber } = markOf(person);
    const { settlementId, institution, reversal } = bill;
    return {
      settlementId,
      state: reversal ? 'reversed' : 'settled',
      at: instantText(bill.at),
      businessDate: bill.businessDate,
      institution,
      patient: { personNo, name, maskedIdNumber },
      result: bill.result,
      reversal: reversal && {
        at: instantText(reversal.at),
        reason: cipher.decryptText(reversal.reasonEnc, place('bill_reversal.reason_enc', settlementId)),
      },
    };
  });
}
