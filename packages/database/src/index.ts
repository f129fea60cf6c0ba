// The database of Gongji: embedded or one's own PostgreSQL, pools, migrations, roles and field encryption.
export { claimDataDirectory } from './claim.ts';
export type { Claim } from './claim.ts';
export {
  byteaColumn,
  dayColumn,
  instantColumn,
  int2Column,
  int4Column,
  int8Column,
  jsonColumn,
  jsonTextColumn,
  textColumn,
} from './columns.ts';
export { startEmbedded } from './embedded.ts';
export type { Embedded, EmbeddedOptions } from './embedded.ts';
export { createFieldCipher } from './field-cipher.ts';
export type { FieldCipher, FieldPlace } from './field-cipher.ts';
export { loadKeys } from './keys.ts';
export type { FieldKeys } from './keys.ts';
export type { Log } from './log.ts';
export { migrate } from './migrate.ts';
export { readMigrations } from './migration.ts';
export type { Migration } from './migration.ts';
export { openDatabase } from './open.ts';
export type { OpenDatabase, OpenOptions } from './open.ts';
export { actAsStaffOf, createPool, withTransaction } from './pool.ts';
export type { PoolOptions } from './pool.ts';
export { DatabaseProblem } from './problem.ts';
export type { DatabaseProblemCode } from './problem.ts';
export { visitDatabase } from './visit.ts';
export type { VisitedDatabase } from './visit.ts';
