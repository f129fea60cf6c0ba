// Writes usages: set-based, in the transaction that moves the money.
import type { PoolClient } from 'pg';
import { newId } from '../kernel/ids.ts';
import { writeNotices } from '../notice/write.ts';
import { sumFen } from './shareable.ts';
import type { PartFen } from './shareable.ts';

export interface NewUsage {
  /** The giver's area. */
  area: string;
  giverNo: string;
  memberNo: string;
  purpose: 'outpatient' | 'pharmacy' | 'premium';
  place: string;
  placeArea: string;
  at: Date;
  businessDate: string;
  direction: 'used' | 'returned';
  parts: readonly PartFen[];
  subjectKind: 'settlement' | 'premium';
  subjectId: string;
}

/**
 * Each usage takes or gives at least one fen; one for each giver, direction and settlement or premium. The givers of a
 * settlement are told with it; of a premium the payment tells.
 */
export async function recordUsages(client: PoolClient, usages: readonly NewUsage[]): Promise<void> {
  if (usages.length === 0) return;
  const usageIds = usages.map(() => newId('usage'));
  await client.query(
    `insert into gongji.usage (usage_id, area, giver_no, member_no, purpose, place, place_area, at, business_date,
       direction, fen, parts, subject_kind, subject_id)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
       $8::timestamptz[], $9::date[], $10::text[], $11::bigint[], $12::jsonb[], $13::text[], $14::text[])`,
    [
      usageIds,
      usages.map((usage) => usage.area),
      usages.map((usage) => usage.giverNo),
      usages.map((usage) => usage.memberNo),
      usages.map((usage) => usage.purpose),
      usages.map((usage) => usage.place),
      usages.map((usage) => usage.placeArea),
      usages.map((usage) => usage.at.toISOString()),
      usages.map((usage) => usage.businessDate),
      usages.map((usage) => usage.direction),
      usages.map((usage) => sumFen(usage.parts)),
      usages.map((usage) => JSON.stringify(usage.parts)),
      usages.map((usage) => usage.subjectKind),
      usages.map((usage) => usage.subjectId),
    ],
  );
  await writeNotices(
    client,
    usages.flatMap((usage, index) =>
      usage.subjectKind === 'settlement'
        ? {
            kind: usage.direction === 'used' ? ('money-used' as const) : ('money-returned' as const),
            ...{ personNo: usage.giverNo, area: usage.area, otherNo: usage.memberNo, at: usage.at },
            reference: `${usage.subjectId}:${usage.direction}`,
            ...{ subjectKind: 'usage' as const, subjectId: usageIds[index]! },
            ...{ fen: sumFen(usage.parts), place: usage.place },
          }
        : [],
    ),
  );
}

/** Gives back what a settlement used, in full; answers the givers. */
export async function returnUsages(
  client: PoolClient,
  settlementId: string,
  { at, today }: { at: Date; today: string },
): Promise<string[]> {
  const { rows } = await client.query<Omit<NewUsage, 'at' | 'businessDate' | 'direction' | 'subjectId'>>(
    `select area, giver_no as "giverNo", member_no as "memberNo", purpose, place, place_area as "placeArea", parts,
       subject_kind as "subjectKind"
     from gongji.usage where subject_id = $1 and direction = 'used'`,
    [settlementId],
  );
  const returned = rows.map((row) => ({
    ...row,
    at,
    businessDate: today,
    direction: 'returned' as const,
    subjectId: settlementId,
  }));
  await recordUsages(client, returned);
  return returned.map((usage) => usage.giverNo);
}
