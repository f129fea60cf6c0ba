// The migrations of all packages, in the order in which they depend on each other.
import { readMigrations } from '@gongji/database';
import type { Migration } from '@gongji/database';
import { ledgerMigrations } from '@gongji/ledger';
import { serviceMigrations } from '@gongji/service';

const folders = [ledgerMigrations, serviceMigrations, new URL('../migrations/', import.meta.url)];

export const allMigrations = (): Migration[] => folders.flatMap((folder) => readMigrations(folder));
