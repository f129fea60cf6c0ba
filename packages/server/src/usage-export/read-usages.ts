// GET /api/usage-exports/usages.csv and .pdf: what a search of uses finds, as a file.
import { UsageSearchBody, usageExportPath } from '@gongji/contract';
import type { UsageSearch } from '@gongji/contract';
import { renderPdf } from '@gongji/document';
import { refuse } from '@gongji/service';
import type { Hono } from 'hono';
import type { Environment } from '../edge/environment.ts';
import type { Parts } from '../edge/parts.ts';
import { sendRefusal } from '../edge/refusal.ts';
import { requireWho } from '../edge/require-who.ts';
import { csvOf } from '../finance-export/sheet.ts';
import { usagePaper, usageSheet } from './paper.ts';

/** The query as the search's body: an absent or empty part is no condition. */
function bodyOf(query: Record<string, string>) {
  return UsageSearchBody.safeParse({
    side: query['side'],
    personNo: query['person'] || null,
    purpose: query['purpose'] || null,
    months: query['months'] ? Number(query['months']) : null,
  });
}

export function readUsages(app: Hono<Environment>, parts: Parts): void {
  const formats = {
    csv: async (found: UsageSearch, body: UsageSearchBody) => ({
      type: 'text/csv; charset=utf-8',
      bytes: Buffer.from(csvOf(usageSheet(found, body.side))),
    }),
    pdf: async (found: UsageSearch, body: UsageSearchBody, own: string, at: string) => ({
      type: 'application/pdf',
      bytes: await renderPdf(usagePaper(found, body, own, at)),
    }),
  };
  for (const format of ['csv', 'pdf'] as const) {
    const path = usageExportPath(format);
    app.get(path, requireWho(parts, 'person', path, 'usages'), async (request) => {
      const body = bodyOf(request.req.query());
      if (!body.success) return sendRefusal(request, refuse('bad-request', { what: '筛选条件不对' }));
      const context = { ...parts.clock.now(), ...request.get('admitted') };
      const found = await parts.services.usage.export(context, body.data);
      if (!found.ok) return sendRefusal(request, found);
      const me = await parts.services.person.me(context);
      if (!me.ok) return sendRefusal(request, me);
      const at = context.at.toISOString();
      const { type, bytes } = await formats[format](found.value, body.data, me.value.person.name, at);
      return request.body(new Uint8Array(bytes), 200, {
        'content-type': type,
        'content-disposition': `attachment; filename="usages-${context.today}.${format}"`,
        'cache-control': 'private, no-store',
      });
    });
  }
}
