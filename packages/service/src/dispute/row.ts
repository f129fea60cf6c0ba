// Disputes in the database; rows are only ever added.
import type { Dispute, DisputeOutcome, DisputeReason } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import { instantText } from '../kernel/instant.ts';
import { place } from '../kernel/place.ts';
import type { Queryable } from '../kernel/transact.ts';

export interface DisputeRow {
  disputeId: string;
  area: string;
  usageId: string;
  giverNo: string;
  reason: DisputeReason;
  textEnc: Buffer;
  openedAt: Date;
  outcome: DisputeOutcome | null;
  answerEnc: Buffer | null;
  staffNo: string | null;
  answeredAt: Date | null;
}

const from = `select d.dispute_id as "disputeId", d.area, d.usage_id as "usageId", d.giver_no as "giverNo", d.reason,
    d.text_enc as "textEnc", d.opened_at as "openedAt", a.outcome, a.text_enc as "answerEnc", a.staff_no as "staffNo",
    a.answered_at as "answeredAt"
  from gongji.usage_dispute d left join gongji.usage_dispute_answer a using (dispute_id)`;

export async function disputeOfUsage(client: Queryable, usageId: string): Promise<DisputeRow | undefined> {
  return (await client.query<DisputeRow>(`${from} where d.usage_id = $1`, [usageId])).rows[0];
}

export async function findDispute(client: Queryable, disputeId: string): Promise<DisputeRow | undefined> {
  return (await client.query<DisputeRow>(`${from} where d.dispute_id = $1`, [disputeId])).rows[0];
}

/** What the transaction's role may see: those without an answer first, then the newest. */
export async function disputesSeen(client: Queryable, limit: number): Promise<DisputeRow[]> {
  return (
    await client.query<DisputeRow>(
      `${from} order by (a.outcome is null) desc, d.opened_at desc, d.dispute_id limit $1`,
      [limit],
    )
  ).rows;
}

export const textPlace = (disputeId: string) => place('usage_dispute.text_enc', disputeId);
export const answerPlace = (disputeId: string) => place('usage_dispute_answer.text_enc', disputeId);

export function disputeView(cipher: FieldCipher, row: DisputeRow): Dispute {
  const { disputeId, reason, textEnc, openedAt, outcome, answerEnc, answeredAt } = row;
  return {
    disputeId,
    state: outcome === null ? 'open' : 'answered',
    reason,
    text: cipher.decryptText(textEnc, textPlace(disputeId)),
    openedAt: instantText(openedAt),
    answer:
      outcome !== null && answerEnc !== null && answeredAt !== null
        ? {
            outcome,
            text: cipher.decryptText(answerEnc, answerPlace(disputeId)),
            at: instantText(answeredAt),
          }
        : null,
  };
}
