// The medical catalogue: bringing it in, and splitting a detail by it.
import type { ServiceDeps } from '../deps.ts';
import { adjudicateDetail } from './adjudicate.ts';
import type { AdjudicatedDetail, DetailLine } from './adjudicate.ts';
import { importCatalogue } from './import.ts';
import type { CatalogueImport } from './import.ts';
import type { CatalogueItem } from './item.ts';
import { readItems } from './store.ts';

export interface CatalogueService {
  /**
   * Splits a detail by the catalogue of the institution's area (the place of treatment's catalogue counts, wherever the
   * patient is insured), each line by the catalogue of its own day. Refused with every unknown item by its code.
   */
  adjudicateDetail(institutionArea: string, lines: readonly DetailLine[]): Promise<AdjudicatedDetail>;
  /** All rows or none; rows that are there already are left as they are. */
  import(items: AsyncIterable<CatalogueItem>): Promise<CatalogueImport>;
}

export function createCatalogueService({ pool }: Pick<ServiceDeps, 'pool'>): CatalogueService {
  return {
    async adjudicateDetail(institutionArea, lines) {
      const codes = lines.map((line) => line.itemCode);
      return adjudicateDetail(await readItems(pool, institutionArea, codes), lines);
    },
    import: (items) => importCatalogue(pool, items),
  };
}
