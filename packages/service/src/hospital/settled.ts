// Settlements that were made by message, read again: their figures, and one of them whole.
import type { InstitutionMark, TillResult } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { Queryable } from '../kernel/transact.ts';
import type { PersonRecord } from '../person/record.ts';
import { findPerson } from '../person/store.ts';
import type { Asked } from '../settlement/adjudicate.ts';
import { figuresOf } from './figures.ts';
import type { Figures } from './figures.ts';

/** By settlement. */
export async function readFigures(
  client: Queryable,
  settlementIds: readonly string[],
): Promise<Map<string, Figures>> {
  if (settlementIds.length === 0) return new Map();
  const { rows } = await client.query<{ settlementId: string; asked: Asked; result: TillResult }>(
    `select settlement_id as "settlementId", asked, result || jsonb_build_object('lines', coalesce(
       (select jsonb_agg(line order by seq) from gongji.explanation_line l
        where l.settlement_id = b.settlement_id and line ->> 'code' = 'fund'), '[]')) as result
     from gongji.bill b where settlement_id = any($1::text[])`,
    [settlementIds],
  );
  return new Map(
    rows.map(({ settlementId, asked, result }) => [settlementId, figuresOf(asked.bill, result)]),
  );
}

export interface MadeSettlement {
  settlementId: string;
  visitId: string;
  batchNo: string;
  msgid: string;
  infno: string;
  insutype: string;
  medType: string;
  clrType: string;
  credentialKind: string;
  invoiceNo: string;
  patientNo: string;
  at: Date;
  businessDate: string;
  isReversed: boolean;
}

const columns = `s.settlement_id as "settlementId", s.visit_id as "visitId", s.batch_no as "batchNo", s.msgid, s.infno,
  s.insutype, s.med_type as "medType", s.clr_type as "clrType", s.credential_kind as "credentialKind",
  s.invoice_no as "invoiceNo", b.patient_no as "patientNo", s.at, b.business_date as "businessDate",
  r.settlement_id is not null as "isReversed"`;
const tables = `gongji.hospital_settlement s join gongji.bill b using (settlement_id)
  left join gongji.bill_reversal r using (settlement_id)`;

/** One settlement of the institution by its id, or by the message that made it; undefined when there is none. */
export async function findSettlement(
  client: Queryable,
  institution: Pick<InstitutionMark, 'code'>,
  by: { settlementId: string } | { msgid: string },
): Promise<MadeSettlement | undefined> {
  const [column, value] = 'msgid' in by ? ['s.msgid', by.msgid] : ['s.settlement_id', by.settlementId];
  const { rows } = await client.query<MadeSettlement>(
    `select ${columns} from ${tables} where s.institution_code = $1 and ${column} = $2`,
    [institution.code, value],
  );
  return rows[0];
}

/** With its patient and figures. Refused: `not-found` for another institution's, another patient's or another visit's. */
export async function openSettlement(
  client: Queryable,
  cipher: FieldCipher,
  institution: Pick<InstitutionMark, 'code'>,
  { settlementId, visitId, personNo }: { settlementId: string; visitId: string; personNo: string },
): Promise<Result<MadeSettlement & { person: PersonRecord; figures: Figures }>> {
  const found = await findSettlement(client, institution, { settlementId });
  if (found?.visitId !== visitId || found.patientNo !== personNo) return refuse('settlement-unknown');
  const person = await findPerson(client, cipher, personNo);
  const figures = (await readFigures(client, [settlementId])).get(settlementId);
  if (!person || !figures) throw new Error('A settlement lost its patient or its bill');
  return done({ ...found, person, figures });
}
