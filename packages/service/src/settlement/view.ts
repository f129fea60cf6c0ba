// A settlement as the till sees it.
import type { InstitutionMark, Settlement } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import { instantText } from '../kernel/instant.ts';
import { place } from '../kernel/place.ts';
import type { Queryable } from '../kernel/transact.ts';
import { openMark, readSealedMarks } from '../person/store.ts';
import type { SealedMark } from '../person/store.ts';
import type { Bill, BillRecord } from './bill.ts';

/** A bill with what its view shows besides; names are still sealed. */
export interface SealedSettlement {
  bill: Bill & { institution: InstitutionMark; reversal: BillRecord['reversal'] };
  patient: SealedMark;
}

export function settlementView(cipher: FieldCipher, { bill, patient }: SealedSettlement): Settlement {
  const { personNo, name, maskedIdNumber } = openMark(cipher, patient);
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
}

/** Faults: a patient who is not on the register. */
export async function sealedSettlements(
  client: Queryable,
  bills: readonly SealedSettlement['bill'][],
): Promise<SealedSettlement[]> {
  const people = await readSealedMarks(
    client,
    bills.map((bill) => bill.patientNo),
  );
  return bills.map((bill) => {
    const patient = people.get(bill.patientNo);
    if (!patient) throw new Error('The patient of a bill is not on the register');
    return { bill, patient };
  });
}

export async function settlementViews(
  client: Queryable,
  cipher: FieldCipher,
  bills: readonly BillRecord[],
): Promise<Settlement[]> {
  return (await sealedSettlements(client, bills)).map((one) => settlementView(cipher, one));
}
