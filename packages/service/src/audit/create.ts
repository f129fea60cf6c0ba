// The calls of auditors, each in a transaction that sees the own area only.
import type { AuditEntry, AuditSearchBody } from '@gongji/contract';
import type { ServiceDeps } from '../deps.ts';
import { transactAsStaff } from '../kernel/area-role.ts';
import { sealRecords } from '../kernel/record-seal.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Refusal } from '../kernel/result.ts';
import { withRight } from '../kernel/rights.ts';
import type { StaffContext } from '../kernel/rights.ts';
import { recordSight } from '../record/sight.ts';
import { auditCsv } from './csv.ts';
import { readCursor, searchAudit } from './search.ts';
import type { AuditFilter } from './search.ts';
import type { AuditService } from './service.ts';
import { createVerifier, sealsOf } from './verification.ts';

const pageEntries = 50;
const fileEntries = 20_000;
const readEntries = 2_000;
const longestDays = 400;
const dayMs = 24 * 60 * 60 * 1000;

function refuseSpan({ from, to }: AuditFilter): Refusal | undefined {
  const days = (Date.parse(to) - Date.parse(from)) / dayMs + 1;
  return days >= 1 && days <= longestDays ? undefined : refuse('audit-span-wrong', undefined, 'to');
}

export function createAuditService({ pool, cipher, ledger, log, signIns }: ServiceDeps): AuditService {
  const verifier = createVerifier(pool, ledger, (error) =>
    log.error({ err: error }, 'the records could not be checked'),
  );
  const verificationOf = ({ actor }: StaffContext) =>
    transactAsStaff(pool, actor.area, async (client) =>
      done({ ...verifier.progress(actor.area), seals: await sealsOf(client, actor.area) }),
    );

  return {
    search: withRight('audit.read', async (context, { before, ...filter }: AuditSearchBody) => {
      const wrong = refuseSpan(filter);
      if (wrong) return wrong;
      const cursor = before === undefined ? undefined : readCursor(before);
      if (before !== undefined && !cursor) return refuse('bad-request', { what: '翻页的位置不对' }, 'before');
      const { area } = context.actor;
      return transactAsStaff(pool, area, async (client) =>
        done(await searchAudit(client, cipher, signIns, area, { filter, cursor, limit: pageEntries })),
      );
    }),

    export: withRight('audit.read', async (context, filter: AuditFilter) => {
      const wrong = refuseSpan(filter);
      if (wrong) return wrong;
      const { area } = context.actor;
      return transactAsStaff(pool, area, async (client) => {
        const entries: AuditEntry[] = [];
        let before: string | null = null;
        do {
          const cursor = before === null ? undefined : readCursor(before);
          const limit = Math.min(readEntries, fileEntries - entries.length);
          const page = await searchAudit(client, cipher, signIns, area, { filter, cursor, limit });
          entries.push(...page.items);
          before = page.nextBefore;
        } while (before !== null && entries.length < fileEntries);
        const { from, to, kind, by, about } = filter;
        const words = [`${from} 至 ${to}`, kind, by, about].filter(Boolean).join(' ');
        await recordSight(client, cipher, context, {
          ...{ kind: 'exported', of: null, words, found: entries.length },
        });
        const fileName = `稽核记录-${area}-${from}-${to}.csv`;
        return done({ fileName, csv: auditCsv(entries), rows: entries.length, isCut: before !== null });
      });
    }),

    verification: withRight('audit.read', (context) => verificationOf(context)),

    verify: withRight('audit.read', async (context) => {
      const { area } = context.actor;
      await transactAsStaff(pool, area, async (client) => {
        await recordSight(client, cipher, context, { kind: 'verified', of: null });
        return done(undefined);
      });
      verifier.start(area, context.at);
      return verificationOf(context);
    }),

    async seal(at) {
      while (await sealRecords(pool, at));
    },
    close: () => verifier.close(),
  };
}
