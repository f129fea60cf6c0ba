// GET …/receipt.pdf and …/proof.pdf: receipts and proofs as PDF files, to those whose affair it is and to the clerk who prints.
import { proofPath, premiumReceiptPath, usageReceiptPath, windowReceiptPath } from '@gongji/contract';
import { renderPdf } from '@gongji/document';
import type { Context, Receipt, Result, Services } from '@gongji/service';
import type { Context as HonoContext, Hono } from 'hono';
import type { Environment } from '../edge/environment.ts';
import type { Parts } from '../edge/parts.ts';
import { sendRefusal } from '../edge/refusal.ts';
import { requireWho } from '../edge/require-who.ts';
import { receiptPaper } from './paper.ts';

type Read = (services: Services, context: Context, id: string) => Promise<Result<Receipt>>;

const papers: [path: (id: string) => string, read: Read][] = [
  [premiumReceiptPath, ({ receipt }, context, id) => receipt.premium(context, id)],
  [usageReceiptPath, ({ receipt }, context, id) => receipt.usage(context, id)],
  [proofPath, ({ receipt }, context, id) => receipt.relation(context, id)],
];

export function readReceipts(app: Hono<Environment>, parts: Parts): void {
  const send = async (
    request: HonoContext<Environment>,
    read: (context: Context) => Promise<Result<Receipt>>,
  ) => {
    const receipt = await read({ ...parts.clock.now(), ...request.get('admitted') });
    if (!receipt.ok) return sendRefusal(request, receipt);
    const bytes = await renderPdf(receiptPaper(parts.receiptKeys, parts.publicUrl, receipt.value));
    return request.body(new Uint8Array(bytes), 200, {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${receipt.value.number}.pdf"`,
      'cache-control': 'private, no-store',
    });
  };
  for (const [path, read] of papers) {
    app.get(path(':id{[A-Za-z0-9_-]+}'), requireWho(parts, 'person', path('{id}'), 'view'), (request) =>
      send(request, (context) => read(parts.services, context, request.req.param('id') ?? '')),
    );
  }
  app.get(
    windowReceiptPath(':personNo{[A-Za-z0-9]+}', ':id{[A-Za-z0-9_-]+}'),
    requireWho(parts, 'window.work', windowReceiptPath('{personNo}', '{id}')),
    (request) =>
      send(request, (context) =>
        parts.services.window.receipt(
          context,
          request.req.param('personNo') ?? '',
          request.req.param('id') ?? '',
        ),
      ),
  );
}
