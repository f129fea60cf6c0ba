// The part of `gongji demo --json` that lists the sample catalogue's items, as an institution would send them.
import { createReadStream } from 'node:fs';
import { sampleCatalogueFile } from '@gongji/sample';
import { readCatalogueFile } from '@gongji/service';

/** Prices in yuan and ratios as a fraction, as in the institutions' interface. */
interface DemoItem {
  code: string;
  name: string;
  /** A 甲, B 乙, C 丙. */
  class: 'A' | 'B' | 'C';
  price: number;
  priceLimit: number | null;
  preSelfPayRatio: number;
  /** Counts only with the hospital's approval (hosp_appr_flag 1). */
  restricted: boolean;
  chargeType: string;
}

/** Items of the whole country that are in force on the day; an area may differ in some of them. */
export async function demoCatalogue(day: string): Promise<DemoItem[]> {
  const items = new Map<string, DemoItem>();
  for await (const { item } of readCatalogueFile(createReadStream(sampleCatalogueFile))) {
    const isInForce = item.validFrom <= day && (item.validTo === null || day < item.validTo);
    if (item.area !== '000000' || !isInForce) continue;
    items.set(item.code, {
      ...{ code: item.code, name: item.name, class: item.class },
      price: item.usualPriceMillionths / 1_000_000,
      priceLimit: item.priceLimitMillionths === null ? null : item.priceLimitMillionths / 1_000_000,
      preSelfPayRatio: item.preSelfPayPerTenThousand / 10_000,
      restricted: item.restriction !== null,
      chargeType: item.chargeType,
    });
  }
  return [...items.values()];
}
