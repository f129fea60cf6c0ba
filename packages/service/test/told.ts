// Who was told of what: the notices whose reference begins so, in the order of their people.
import type { Pool } from 'pg';

export async function told(pool: Pool, reference: string): Promise<{ kind: string; personNo: string }[]> {
  const { rows } = await pool.query<{ kind: string; personNo: string }>(
    `select kind, person_no as "personNo" from gongji.notice where starts_with(reference, $1) order by kind, person_no`,
    [reference],
  );
  return rows;
}
