// 2208 and, for pharmacies, 2103: reverses a settlement, once, also after clearing; amounts of the answer are negative.
import { certificateTypeOf } from '../credential.ts';
import { many, money, one, text } from '../field.ts';
import { extension, fundFields, fundsOf, settlementFields, settlementOf } from '../fields.ts';
import { timeText } from '../moment.ts';
import { onceTransaction } from '../transaction.ts';
import type { OnceCall } from '../transaction.ts';

const input = {
  data: one({
    setl_id: text('结算ID', 30),
    mdtrt_id: text('就诊ID', 30),
    psn_no: text('人员编号', 30),
    ...extension,
  }),
};
const output = {
  // The interface misspells the cash of a reversal; both spellings are written.
  setlinfo: one({ ...settlementFields, pdn_cash_pay: money('个人现金支出') }),
  setldetail: many(fundFields),
};

async function reverse(call: OnceCall<typeof input>) {
  const { data } = call.input;
  const reversed = await call.services.hospital.reverse(call.message, {
    settlementId: data.setl_id,
    visitId: data.mdtrt_id,
    personNo: data.psn_no,
  });
  if (!reversed.ok) return reversed;
  const { settlementId, visitId, person, figures, medType, clrType, credentialKind, msgid } = reversed.value;
  const written = settlementOf(
    {
      ...{ visitId, person, figures, medType, clearingType: clrType, msgid },
      ...{ today: call.context.today, settledAt: timeText(call.context.at) },
      certificateType: certificateTypeOf(credentialKind),
    },
    -1,
  );
  return {
    ok: true as const,
    value: {
      setlinfo: { setl_id: settlementId, ...written, pdn_cash_pay: written.psn_cash_pay },
      setldetail: fundsOf(person, figures, -1),
    },
  };
}

export const reverseSettlement = onceTransaction({
  ...{ infno: '2208', label: '门诊结算撤销', input, output },
  handle: reverse,
});
export const reversePurchase = onceTransaction({
  ...{ infno: '2103', label: '药店结算撤销', input, output },
  handle: reverse,
});
