// An item of the medical catalogue: a drug, service or consumable and how its cost is split.

/** Medicines, herbal pieces, services, consumables, by the numbers of the national catalogue. */
type ListType = '101' | '102' | '201' | '301';

export interface CatalogueItem {
  /** `000000` for the whole country, `NN0000` for a province, or one pooling area. */
  area: string;
  code: string;
  name: string;
  listType: ListType;
  /** Kind of charge, two digits as in the interface's `med_chrgitm_type`. */
  chargeType: string;
  /** A is wholly in scope, B is first paid in part by the patient, C is paid by the patient alone. */
  class: 'A' | 'B' | 'C';
  preSelfPayPerTenThousand: number;
  /** Limit for one unit, in millionths of a yuan; null where there is none. */
  priceLimitMillionths: number | null;
  /** What institutions usually ask for one unit, in millionths of a yuan; for showing only. */
  usualPriceMillionths: number;
  /** What the insurance pays it for, in words; null where its use is not restricted. */
  restriction: string | null;
  spec: string;
  dosageForm: string;
  /** In force from this day … */
  validFrom: string;
  /** … to the day before this one; null until the next row of the same area and code. */
  validTo: string | null;
}
