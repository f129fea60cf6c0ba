// The detail of visits: lines split by the catalogue, added and withdrawn; a batch that was settled stays as it is.
import type { PoolClient } from 'pg';
import { adjudicateDetail } from '../catalogue/adjudicate.ts';
import type { DetailLine, LineSplit } from '../catalogue/adjudicate.ts';
import { readItems } from '../catalogue/store.ts';
import { canonicalJson } from '../kernel/canonical.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { Asked } from './desk.ts';
import { lockVisits, visitOf } from './visit.ts';
import type { VisitName } from './visit.ts';

/** One line of a charge batch. */
export interface SentLine extends VisitName {
  batchNo: string;
  line: DetailLine;
  /** The fields as sent, kept for inquiries. */
  sent: Record<string, unknown>;
}
/** Lines of one visit, or all of its unsettled batches with `batchNo` 0000. */
export interface Withdrawal extends VisitName {
  batchNo: string;
}

const allBatches = '0000';
/** Names a batch of a visit, or a line of it. */
export const batchKey = (visitId: string, batchNo: string): string => `${visitId}/${batchNo}`;

/** Splits the lines of each message by the catalogue of its institution's area. Refused: `detail-wrong`. */
export async function splitDetails(
  tx: PoolClient,
  details: readonly { area: string; lines: readonly DetailLine[] }[],
): Promise<Result<LineSplit[]>[]> {
  const itemsOf = new Map<string, Awaited<ReturnType<typeof readItems>>>();
  for (const area of new Set(details.map((detail) => detail.area))) {
    const these = details.filter((detail) => detail.area === area);
    const codes = these.flatMap(({ lines }) => lines.map((line) => line.itemCode));
    itemsOf.set(area, await readItems(tx, area, codes));
  }
  return details.map(({ area, lines }) => {
    const split = adjudicateDetail(itemsOf.get(area)!, lines);
    if (split.ok) return done(split.lines);
    return refuse('detail-wrong', { what: split.problems.map((problem) => problem.text).join('') });
  });
}

export async function insertLines(
  tx: PoolClient,
  lines: readonly { area: string; at: Date; sent: SentLine; split: LineSplit }[],
): Promise<void> {
  if (lines.length === 0) return;
  await tx.query({
    name: 'visit-lines',
    text: `insert into gongji.visit_line (area, visit_id, batch_no, line_no, total_fen, wholly_self_paid_fen,
       over_price_limit_fen, pre_self_paid_fen, sent, split, at)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::bigint[], $7::bigint[],
       $8::bigint[], $9::jsonb[], $10::jsonb[], $11::timestamptz[])`,
    values: [
      lines.map(({ area }) => area),
      lines.map(({ sent }) => sent.visitId),
      lines.map(({ sent }) => sent.batchNo),
      lines.map(({ split }) => split.lineNo),
      lines.map(({ split }) => split.totalFen),
      lines.map(({ split }) => split.whollySelfPaidFen),
      lines.map(({ split }) => split.overPriceLimitFen),
      lines.map(({ split }) => split.preSelfPaidFen),
      lines.map(({ sent }) => canonicalJson(sent.sent)),
      lines.map(({ split }) => canonicalJson(split)),
      lines.map(({ at }) => at.toISOString()),
    ],
  });
}

/** Batches of these visits that are settled and not reversed. */
async function settledBatches(tx: PoolClient, visitIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await tx.query<{ visitId: string; batchNo: string }>(
    `select s.visit_id as "visitId", s.batch_no as "batchNo" from gongji.hospital_settlement s
     where s.visit_id = any($1::text[])
       and not exists (select from gongji.bill_reversal r where r.settlement_id = s.settlement_id)`,
    [visitIds],
  );
  return new Set(rows.map((row) => batchKey(row.visitId, row.batchNo)));
}

interface ThereLine {
  visitId: string;
  batchNo: string;
  lineNo: string;
  sent: unknown;
  split: LineSplit;
}

async function linesThere(tx: PoolClient, visitIds: readonly string[]): Promise<Map<string, ThereLine>> {
  const { rows } = await tx.query<ThereLine>(
    `select visit_id as "visitId", batch_no as "batchNo", line_no as "lineNo", sent, split from gongji.visit_line
     where visit_id = any($1::text[]) and withdrawn_at is null`,
    [visitIds],
  );
  return new Map(rows.map((row) => [batchKey(row.visitId, row.lineNo), row]));
}

export function createDetailWorks() {
  return {
    /**
     * 2204: the split of each line, in order. The same line again is answered as before. Refused: `visit-unknown`,
     * `batch-settled`, `line-exists`, `detail-wrong`.
     */
    addLines: async (
      tx: PoolClient,
      asked: readonly Asked<readonly SentLine[]>[],
    ): Promise<Result<LineSplit[]>[]> => {
      const visitIds = [...new Set(asked.flatMap(({ body }) => body.map((sent) => sent.visitId)))];
      const visits = await lockVisits(tx, visitIds);
      const settled = await settledBatches(tx, visitIds);
      const there = await linesThere(tx, visitIds);
      const splits = await splitDetails(
        tx,
        asked.map(({ body, message }) => ({
          area: message.institution.area,
          lines: body.map((sent) => sent.line),
        })),
      );
      const added: Parameters<typeof insertLines>[1][number][] = [];
      const results = asked.map((one, index): Result<LineSplit[]> => {
        const split = splits[index]!;
        if (!split.ok) return split;
        const fresh: typeof added = [];
        const own = new Map<string, SentLine>();
        for (const [at, sent] of one.body.entries()) {
          const visit = visitOf(visits, one, sent);
          if (!visit.ok) return visit;
          if (settled.has(batchKey(sent.visitId, sent.batchNo))) {
            return refuse('batch-settled', { batch: sent.batchNo });
          }
          const key = batchKey(sent.visitId, sent.line.lineNo);
          const before = there.get(key);
          const isSame =
            before?.batchNo === sent.batchNo && canonicalJson(before.sent) === canonicalJson(sent.sent);
          if (own.has(key) || (before && !isSame)) return refuse('line-exists', { line: sent.line.lineNo });
          own.set(key, sent);
          if (!before) {
            const { area } = visit.value;
            fresh.push({ area, at: one.message.context.at, sent, split: split.value[at]! });
          }
        }
        for (const line of fresh) {
          const { sent, split: made } = line;
          const { visitId, batchNo } = sent;
          there.set(batchKey(visitId, made.lineNo), {
            ...{ visitId, batchNo, lineNo: made.lineNo, sent: sent.sent, split: made },
          });
        }
        added.push(...fresh);
        return done(one.body.map((sent) => there.get(batchKey(sent.visitId, sent.line.lineNo))!.split));
      });
      await insertLines(tx, added);
      return results;
    },

    /** 2205. Refused: `visit-unknown`, `batch-settled`, `lines-missing`. */
    withdrawLines: async (tx: PoolClient, asked: readonly Asked<Withdrawal>[]): Promise<Result<object>[]> => {
      const visits = await lockVisits(
        tx,
        asked.map(({ body }) => body.visitId),
      );
      const settled = await settledBatches(tx, [...visits.keys()]);
      const there = [...(await linesThere(tx, [...visits.keys()])).values()];
      const withdrawn: { visitId: string; batchNo: string; at: Date }[] = [];
      const results = asked.map((one): Result<object> => {
        const visit = visitOf(visits, one, one.body);
        if (!visit.ok) return visit;
        const { visitId, batchNo } = one.body;
        if (settled.has(batchKey(visitId, batchNo))) return refuse('batch-settled', { batch: batchNo });
        const isMeant = (batch: string) =>
          (batchNo === allBatches || batch === batchNo) && !settled.has(batchKey(visitId, batch));
        const meant = there.filter((line) => line.visitId === visitId && isMeant(line.batchNo));
        if (meant.length === 0 && batchNo !== allBatches) return refuse('lines-missing', { batch: batchNo });
        for (const batch of new Set(meant.map((line) => line.batchNo))) {
          withdrawn.push({ visitId, batchNo: batch, at: one.message.context.at });
        }
        return done({});
      });
      await tx.query(
        `update gongji.visit_line l set withdrawn_at = n.at
         from unnest($1::text[], $2::text[], $3::timestamptz[]) as n (visit_id, batch_no, at)
         where l.visit_id = n.visit_id and l.batch_no = n.batch_no and l.withdrawn_at is null`,
        [
          withdrawn.map((one) => one.visitId),
          withdrawn.map((one) => one.batchNo),
          withdrawn.map((one) => one.at.toISOString()),
        ],
      );
      return results;
    },
  };
}
