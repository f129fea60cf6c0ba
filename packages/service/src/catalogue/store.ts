// Catalogue items in the database: looked up by area, code and day; added, never changed.
import type { PoolClient } from 'pg';
import type { Queryable } from '../kernel/transact.ts';
import type { CatalogueItem } from './item.ts';

const columns = `area, code, name, list_type as "listType", charge_type as "chargeType", class,
  pre_self_pay_per_ten_thousand as "preSelfPayPerTenThousand", price_limit_millionths as "priceLimitMillionths",
  usual_price_millionths as "usualPriceMillionths", restriction, spec, dosage_form as "dosageForm",
  valid_from as "validFrom", valid_to as "validTo"`;

/** The areas whose catalogue counts at an institution of `area`, the narrowest first. */
const areasFor = (area: string): string[] => [area, `${area.slice(0, 2)}0000`, '000000'];

/** All rows of these codes that can count for an area, and how to find the one in force on a day. */
export async function readItems(
  client: Queryable,
  area: string,
  codes: readonly string[],
): Promise<(code: string, date: string) => CatalogueItem | undefined> {
  const areas = areasFor(area);
  const { rows } = await client.query<CatalogueItem>(
    `select ${columns} from gongji.catalogue_item where area = any($1::text[]) and code = any($2::text[])
     order by code, array_position($1::text[], area::text), valid_from desc`,
    [areas, [...new Set(codes)]],
  );
  const byCode = new Map<string, CatalogueItem[]>();
  for (const row of rows) byCode.set(row.code, [...(byCode.get(row.code) ?? []), row]);
  return (code, date) => {
    const found = byCode.get(code) ?? [];
    return areas.map((of) => inForce(found, of, date)).find((item) => item !== undefined);
  };
}

/** Of an area's rows, newest first, the last that has begun, unless it has ended since. */
function inForce(rows: readonly CatalogueItem[], area: string, date: string): CatalogueItem | undefined {
  const begun = rows.find((row) => row.area === area && row.validFrom <= date);
  return begun && (begun.validTo === null || date < begun.validTo) ? begun : undefined;
}

/** Rows that are there under these keys. */
export async function readSameRows(
  client: Queryable,
  items: readonly CatalogueItem[],
): Promise<Map<string, CatalogueItem>> {
  const { rows } = await client.query<CatalogueItem>(
    `select ${columns} from gongji.catalogue_item
     where (area, code, valid_from) in (select * from unnest($1::text[], $2::text[], $3::date[]))`,
    [items.map((item) => item.area), items.map((item) => item.code), items.map((item) => item.validFrom)],
  );
  return new Map(rows.map((row) => [rowKey(row), row]));
}

export const rowKey = ({ area, code, validFrom }: CatalogueItem): string => `${area}/${code}/${validFrom}`;

export async function insertItems(client: PoolClient, items: readonly CatalogueItem[]): Promise<void> {
  await client.query(
    `insert into gongji.catalogue_item (area, code, valid_from, valid_to, name, list_type, charge_type, class,
       pre_self_pay_per_ten_thousand, price_limit_millionths, usual_price_millionths, restriction, spec, dosage_form)
     select "area", "code", "validFrom", "validTo", "name", "listType", "chargeType", "class", "preSelfPayPerTenThousand",
       "priceLimitMillionths", "usualPriceMillionths", "restriction", "spec", "dosageForm"
     from jsonb_to_recordset($1) as n ("area" text, "code" text, "validFrom" date, "validTo" date, "name" text,
       "listType" text, "chargeType" text, "class" text, "preSelfPayPerTenThousand" integer,
       "priceLimitMillionths" bigint, "usualPriceMillionths" bigint, "restriction" text, "spec" text, "dosageForm" text)`,
    [JSON.stringify(items)],
  );
}
