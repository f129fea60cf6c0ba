// The calls about receipts, wired to the database.
import { purposeWords, relationWords } from '@gongji/contract';
import type { PersonMark, Purpose, Relation } from '@gongji/contract';
import type { ServiceDeps } from '../deps.ts';
import { areaName } from '../area/insured-areas.ts';
import { instantText } from '../kernel/instant.ts';
import { done, refuse } from '../kernel/result.ts';
import { markOf } from '../person/mark.ts';
import { findPeople } from '../person/store.ts';
import type { PremiumService } from '../premium/service.ts';
import { yuanText } from '../usage/money-text.ts';
import type { ReceiptService } from './service.ts';
import { printedTime } from './receipt.ts';
import type { Receipt } from './receipt.ts';

type Deps = Pick<ServiceDeps, 'pool' | 'cipher'>;

/** `JS340500` + day + the end of the record's id, which is random. */
const numberOf = (letters: string, area: string, at: string, id: string): string =>
  `${letters}${area}${at.slice(0, 10).replaceAll('-', '')}-${id.slice(-10).toUpperCase()}`;

export function createReceiptService(
  { pool, cipher }: Deps,
  premiums: Pick<PremiumService, 'get'>,
): ReceiptService {
  return {
    async premium(context, paymentId) {
      const found = await premiums.get(context, paymentId);
      if (!found.ok) return found;
      const { receiptNo, taxReceiptNo, payer, member, timeline, ...payment } = found.value;
      if (receiptNo === null) return refuse('not-found');
      return done({
        kind: 'premium',
        number: receiptNo,
        at: timeline.at(-1)?.at ?? payment.createdAt,
        areaName: member.areaName,
        values: [
          member.name,
          member.maskedIdNumber,
          member.areaName,
          `${payment.coverageYear} 年度`,
          yuanText(payment.amountFen),
          payment.benefitsFrom ?? '以医保部门核定为准',
          `${payer.name}（${payer.areaName}）`,
          yuanText(payment.fromAccountFen),
          payment.cashFen > 0 ? yuanText(payment.cashFen) : '',
          taxReceiptNo ?? '',
        ],
      });
    },

    async usage({ actor }, usageId) {
      if (actor.kind !== 'person') return refuse('not-allowed');
      const { rows } = await pool.query<UsageRow>(
        `select u.usage_id as "usageId", u.area, u.giver_no as "giverNo", u.member_no as "memberNo", u.purpose, u.place,
           u.place_area as "placeArea", u.at, u.fen, u.direction, b.settlement_id as "settlementId", i.name as institution,
           b.total_fen as "totalFen", b.fund_fen as "fundFen", b.own_account_fen as "ownAccountFen",
           b.shared_fen as "sharedFen", b.cash_fen as "cashFen"
         from gongji.usage u left join gongji.bill b on b.settlement_id = u.subject_id and u.subject_kind = 'settlement'
         left join gongji.institution i on i.code = b.institution_code
         where u.usage_id = $1 and (u.giver_no = $2 or u.member_no = $2) and u.direction = 'used'`,
        [usageId, actor.personNo],
      );
      const [row] = rows;
      if (!row) return refuse('not-found');
      const people = await findPeople(pool, cipher, [row.giverNo, row.memberNo]);
      const [giver, member] = [people.get(row.giverNo), people.get(row.memberNo)];
      if (!giver || !member) throw new Error(`Usage ${usageId} names somebody unknown`);
      return done(
        row.giverNo === actor.personNo
          ? usageReceipt(row, markOf(giver), markOf(member))
          : row.settlementId === null
            ? usageReceipt(row, markOf(giver), markOf(member))
            : settlementReceipt(row, row.settlementId, markOf(member)),
      );
    },

    async relation({ actor }, relationId) {
      if (actor.kind !== 'person') return refuse('not-allowed');
      const { rows } = await pool.query<RelationRow>(
        `select relation_id as "relationId", area, giver_no as "giverNo", member_no as "memberNo", relation, since,
           ended_at as "endedAt"
         from gongji.relation where relation_id = $1 and (giver_no = $2 or member_no = $2)`,
        [relationId, actor.personNo],
      );
      const [row] = rows;
      if (!row) return refuse('not-found');
      const people = await findPeople(pool, cipher, [row.giverNo, row.memberNo]);
      const [giver, member] = [people.get(row.giverNo), people.get(row.memberNo)];
      if (!giver || !member) throw new Error(`Relation ${relationId} names somebody unknown`);
      return done(relationReceipt(row, markOf(giver), markOf(member)));
    },
  };
}

interface UsageRow {
  usageId: string;
  area: string;
  giverNo: string;
  memberNo: string;
  purpose: Purpose;
  place: string;
  placeArea: string;
  at: Date;
  fen: number;
  settlementId: string | null;
  institution: string | null;
  totalFen: number | null;
  fundFen: number | null;
  ownAccountFen: number | null;
  sharedFen: number | null;
  cashFen: number | null;
}

function usageReceipt(row: UsageRow, giver: PersonMark, member: PersonMark): Receipt {
  const at = instantText(row.at);
  return {
    kind: 'usage',
    number: numberOf('SY', row.area, at, row.usageId),
    at,
    areaName: giver.areaName,
    values: [
      giver.name,
      giver.maskedIdNumber,
      `${member.name}（${member.areaName}）`,
      `${row.place}（${areaName(row.placeArea)}）`,
      purposeWords[row.purpose],
      yuanText(row.fen),
    ],
  };
}

function settlementReceipt(row: UsageRow, settlementId: string, member: PersonMark): Receipt {
  const at = instantText(row.at);
  const yuan = (fen: number | null) => yuanText(fen ?? 0);
  return {
    kind: 'settlement',
    number: numberOf('JS', row.area, at, settlementId),
    at,
    areaName: member.areaName,
    values: [
      member.name,
      member.maskedIdNumber,
      member.areaName,
      row.institution ?? row.place,
      yuan(row.totalFen),
      yuan(row.fundFen),
      yuan(row.ownAccountFen),
      yuan(row.sharedFen),
      yuan(row.cashFen),
    ],
  };
}

interface RelationRow {
  relationId: string;
  area: string;
  giverNo: string;
  memberNo: string;
  relation: Relation;
  since: Date;
  endedAt: Date | null;
}

function relationReceipt(
  { relationId, area, relation, since, endedAt }: RelationRow,
  giver: PersonMark,
  member: PersonMark,
): Receipt {
  const at = instantText(endedAt ?? since);
  return {
    kind: endedAt ? 'unbinding' : 'binding',
    number: numberOf(endedAt ? 'JB' : 'BD', area, at, relationId),
    at,
    areaName: areaName(area),
    values: [
      ...[giver, member].flatMap((person) => [person.name, person.maskedIdNumber, person.areaName]),
      relationWords[relation],
      ...(endedAt ? [printedTime(instantText(since))] : []),
    ],
  };
}
