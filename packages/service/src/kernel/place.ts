// Where an encrypted value lives; the cipher binds it there, so that it can't be moved to another row or column.
import type { FieldPlace } from '@gongji/database';

/** `column` as `table.column` of the schema `gongji`. */
export function place(column: `${string}.${string}`, rowId: string): FieldPlace {
  const [table = '', name = ''] = column.split('.');
  return { table: `gongji.${table}`, column: name, rowId };
}
