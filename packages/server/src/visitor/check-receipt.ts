// Whether a printed receipt is ours and unaltered: anybody may ask, and is told what is printed on it.
import { done, layouts, printedFacts, printedIssuer, refuse } from '@gongji/service';
import { admit } from '../edge/admit.ts';
import { readBody } from '../edge/body.ts';
import { sendRefusal } from '../edge/refusal.ts';
import { rawRoute, sendAnswer } from '../edge/route.ts';
import { readReceipt } from '../receipt/code.ts';

export const checkReceipt = rawRoute('checkReceipt', async (parts, request) => {
  const admitted = await admit(parts, request, 'anyone');
  if (!admitted.ok) return sendRefusal(request, admitted);
  const body = await readBody(request, 'checkReceipt');
  if (!body.ok) return sendRefusal(request, body);
  const receipt = readReceipt(parts.receiptKeys, body.value.code);
  if (!receipt) return sendRefusal(request, refuse('receipt-not-genuine'));
  const { kind, number } = receipt;
  return sendAnswer(
    request,
    'checkReceipt',
    done({
      ...{ kind, number, title: layouts[kind].title, issuer: printedIssuer(receipt) },
      facts: printedFacts(receipt),
    }),
  );
});
