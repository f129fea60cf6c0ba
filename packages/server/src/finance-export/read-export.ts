// GET /api/staff/finance/exports/{table}.{csv|xlsx|pdf}: a table of finance as a file; that it went out is kept as an action.
import { financeExportPath } from '@gongji/contract';
import type { JournalId } from '@gongji/ledger';
import { refuse } from '@gongji/service';
import type { Context, Result } from '@gongji/service';
import type { Hono } from 'hono';
import { statementPdf } from '../command/money/statement.ts';
import type { Environment } from '../edge/environment.ts';
import type { Parts } from '../edge/parts.ts';
import { sendRefusal } from '../edge/refusal.ts';
import { requireWho } from '../edge/require-who.ts';
import { csvOf, xlsxOf } from './sheet.ts';
import { financeTables } from './tables.ts';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const;
type Format = keyof typeof types;

interface File {
  title: string;
  bytes: Uint8Array;
}
type Ask = Record<'person' | 'from' | 'to', string> & Record<string, string>;

/** Values of the address that name a record: everything else is left out, so that only these are kept and asked for. */
const valueShape = /^[\w.-]{1,40}$/;

async function makeFile(
  { services }: Parts,
  context: Context,
  table: string,
  format: Format,
  ask: Ask,
): Promise<Result<File>> {
  if (format === 'pdf')
    return table === 'statement' ? statementFile(services, context, ask) : refuse('not-found');
  const read = financeTables[table];
  if (!read) return refuse('not-found');
  const sheet = await read(services, context, (name) => ask[name] ?? '');
  if (!sheet.ok) return sheet;
  const { title } = sheet.value;
  const bytes =
    format === 'csv'
      ? new TextEncoder().encode(csvOf(sheet.value))
      : new Uint8Array(await xlsxOf(sheet.value));
  return { ok: true, value: { title, bytes } };
}

/** The statement on paper: the same figures as on the page. */
async function statementFile(services: Parts['services'], context: Context, ask: Ask): Promise<Result<File>> {
  const found = await services.finance.statement(context, ask);
  if (!found.ok) return found;
  const { owner, lines, ...sums } = found.value;
  const statement = {
    ...sums,
    ...{ area: owner.area, owner: owner.personNo },
    lines: lines.map(({ day, journalId, ...line }) => ({
      ...line,
      ...{ businessDate: day, journalId: journalId as JournalId },
    })),
  };
  const bytes = await statementPdf(statement, owner.name, context.at);
  return { ok: true, value: { title: `对账单 ${owner.personNo}`, bytes } };
}

export function readFinanceExport(app: Hono<Environment>, parts: Parts): void {
  const pattern = financeExportPath(':file{[a-z-]+\\', '(?:csv|xlsx|pdf)}');
  app.get(
    pattern,
    requireWho(parts, 'money.work', financeExportPath('{table}', '{format}')),
    async (request) => {
      const context = { ...parts.clock.now(), ...request.get('admitted') };
      const [table = '', format = 'csv'] = (request.req.param('file') ?? '').split('.') as [string, Format];
      const asked = Object.entries(request.req.query()).filter(([, value]) => valueShape.test(value));
      const ask = { person: '', from: '', to: '', ...Object.fromEntries(asked) };
      const file = await makeFile(parts, context, table, format, ask);
      if (!file.ok) return sendRefusal(request, file);
      const noted = await parts.services.finance.noteExport(context, `${table}.${format}`, ask);
      if (!noted.ok) return sendRefusal(request, noted);
      const name = encodeURIComponent(`${file.value.title}.${format}`);
      return request.body(file.value.bytes as Uint8Array<ArrayBuffer>, 200, {
        'content-type': types[format],
        'content-disposition': `attachment; filename="${table}.${format}"; filename*=UTF-8''${name}`,
        'cache-control': 'private, no-store',
      });
    },
  );
}
