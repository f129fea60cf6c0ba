// Verifying a printed receipt: what its square code says, shown again only when the signature over it is ours.
import { z } from 'zod';

export const ReceiptKind = z.enum(['premium', 'settlement', 'usage', 'binding', 'unbinding']);
export type ReceiptKind = z.infer<typeof ReceiptKind>;

/** What stands behind the `#` of the address in the square code. */
export const ReceiptCheckBody = z.object({ code: z.string().min(1).max(4000) });

/** The paper as it was printed; nothing else is looked up or told. */
export const PrintedReceipt = z.object({
  kind: ReceiptKind,
  title: z.string(),
  number: z.string(),
  issuer: z.string(),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
});
export type PrintedReceipt = z.infer<typeof PrintedReceipt>;
