// The medical catalogue: bringing it in, and splitting a detail by it.
import type { Readable } from 'node:stream';
import type { Pool } from 'pg';
import { adjudicateDetail } from './adjudicate.ts';
import type { AdjudicatedDetail, DetailLine } from './adjudicate.ts';
import { importCatalogue } from './import.ts';
import type { CatalogueImported } from './import.ts';
import { readItems } from './store.ts';

export interface CatalogueService {
  /**
   * Splits a detail by the catalogue of the institution's area (the place of treatment's catalogue counts, wherever the
   * patient is insured), each line by the catalogue of its own day. Refused with every unknown item by its code.
   */
  adjudicateDetail(institutionArea: string, lines: readonly DetailLine[]): Promise<AdjudicatedDetail>;
  /** All rows of a CSV file or none; rows that are there already are left. Throws CatalogueFileProblem. */
  import(file: Readable): Promise<CatalogueImported>;
}

export function createCatalogueService({ pool }: { pool: Pool }): CatalogueService {
  return {
    async adjudicateDetail(institutionArea, lines) {
      const codes = lines.map((line) => line.itemCode);
      return adjudicateDetail(await readItems(pool, institutionArea, codes), lines);
    },
    import: (file) => importCatalogue(pool, file),
  };
}
