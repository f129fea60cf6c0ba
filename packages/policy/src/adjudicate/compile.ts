// Compiles an area's policy once: a dated look-up over flat arrays of whole numbers, with the cells beside it for the words.
import type { AreaPolicy, PolicyLibrary, Slice } from '../library.ts';
import { CELLS_OF_A_SLICE } from './cell.ts';
import type { Cell, Conventions, Outpatient } from './cell.ts';
import { cellsOf } from './cells.ts';
import { dayNumber } from './day-number.ts';

/** Parts of a bill in the order of the columns of `payable`. */
const BILL_PARTS = [
  'wholly-self-paid',
  'over-price-limit',
  'pre-self-paid',
  'deductible',
  'own-share',
  'above-cap',
] as const;
export const PARTS_OF_A_BILL = BILL_PARTS.length;

export const CELL_KIND = { ordinary: 0, chronic: 1, nothing: 2, 'not-recorded': 3 } as const;
export const SHAREABLE = { all: 0, 'prior-year': 1, 'not-recorded': 2 } as const;

/** What the words need of one span of days. */
interface CompiledSlice {
  slice: Slice;
  outpatient: Outpatient;
  conventions: Conventions;
}

/** Arrays by slice are in the order of days; arrays by cell are numbered slice × CELLS_OF_A_SLICE + cell of the slice. */
export interface CompiledPolicy {
  readonly policy: AreaPolicy;
  /** First day of each slice as yyyymmdd; a slice ends where the next begins. */
  readonly firstDay: Int32Array;
  /** Null where no benefit or no convention holds: such days are refused. */
  readonly slices: readonly (CompiledSlice | null)[];
  readonly isUsable: Uint8Array;
  /** By slice × number of diseases + disease: 1 when the area knows the disease, or records no diseases at all. */
  readonly knowsDisease: Uint8Array;
  readonly diseases: number;
  readonly crossProvince: Uint8Array;
  readonly shareable: Uint8Array;
  readonly priorYearFirst: Uint8Array;
  /** By slice × PARTS_OF_A_BILL + part: 1 when accounts may pay the part. */
  readonly payable: Uint8Array;
  /** Null in slices that are not usable. */
  readonly cells: readonly (Cell | null)[];
  readonly kind: Uint8Array;
  readonly deductibleFen: Float64Array;
  /** Infinity without a cap. */
  readonly capFen: Float64Array;
  readonly ratePerTenThousand: Float64Array;
  readonly homeRatePerTenThousand: Float64Array;
  /** 1 when the fund's payment counts toward the year's cap. */
  readonly accrues: Uint8Array;
  /** 1 when the ratio is the most that the source promises. */
  readonly isUpTo: Uint8Array;
  /** 1 when a pharmacy has the figures of a hospital level. */
  readonly isAtPharmacy: Uint8Array;
  /** 1 when a disease that the area does not know is refused here. */
  readonly namesDiseases: Uint8Array;
}

export interface CompiledLibrary {
  readonly policies: readonly CompiledPolicy[];
  readonly indexOfArea: ReadonlyMap<string, number>;
  readonly indexOfDisease: ReadonlyMap<string, number>;
}

function usable(slice: Slice): CompiledSlice | null {
  const { outpatient, conventions } = slice;
  return outpatient === undefined || conventions === undefined ? null : { slice, outpatient, conventions };
}

function compilePolicy(policy: AreaPolicy, diseases: ReadonlyMap<string, number>): CompiledPolicy {
  const inOrder = [...policy.slices].reverse();
  const slices = inOrder.map(usable);
  const cells = slices.flatMap((one) =>
    one === null ? Array<null>(CELLS_OF_A_SLICE).fill(null) : cellsOf(policy, one.outpatient),
  );
  const bySlice = (value: (slice: Slice) => number): Uint8Array => Uint8Array.from(inOrder, value);
  const byCell = (value: (cell: Cell) => number): Float64Array =>
    Float64Array.from(cells, (cell) => (cell === null ? 0 : value(cell)));
  const rateOf = (cell: Cell): number => ('ratePerTenThousand' in cell ? cell.ratePerTenThousand : 0);
  return {
    policy,
    firstDay: Int32Array.from(inOrder, ({ from }) => dayNumber(from)),
    slices,
    isUsable: Uint8Array.from(slices, (one) => (one === null ? 0 : 1)),
    diseases: diseases.size,
    knowsDisease: Uint8Array.from(
      slices.flatMap((one) => {
        const chronic = one?.outpatient.chronic;
        const known = typeof chronic === 'object' ? chronic.diseases.map(({ code }) => code) : null;
        return [...diseases.keys()].map((code) => (known === null || known.includes(code) ? 1 : 0));
      }),
    ),
    crossProvince: bySlice(({ crossProvince }) => (crossProvince?.allowed === true ? 1 : 0)),
    shareable: bySlice(({ shareable }) => SHAREABLE[shareable?.part ?? 'not-recorded']),
    priorYearFirst: bySlice(({ conventions }) => (conventions?.partOrder[0] === 'prior-year' ? 1 : 0)),
    payable: Uint8Array.from(
      inOrder.flatMap(({ conventions }) =>
        BILL_PARTS.map((part) => (conventions?.payableFromAccounts.includes(part) === true ? 1 : 0)),
      ),
    ),
    cells,
    kind: Uint8Array.from(cells, (cell) => CELL_KIND[cell?.kind ?? 'not-recorded']),
    deductibleFen: byCell((cell) => (cell.kind === 'ordinary' ? cell.deductibleFen : 0)),
    capFen: byCell((cell) => (cell.kind === 'ordinary' ? cell.capFen : Infinity)),
    ratePerTenThousand: byCell(rateOf),
    homeRatePerTenThousand: byCell((cell) =>
      'elsewhere' in cell && cell.elsewhere !== null ? cell.elsewhere.homeRatePerTenThousand : rateOf(cell),
    ),
    accrues: Uint8Array.from(cells, (cell) => (cell?.kind === 'ordinary' ? 1 : 0)),
    isUpTo: Uint8Array.from(cells, (cell) => (cell?.kind === 'chronic' && cell.upTo ? 1 : 0)),
    isAtPharmacy: Uint8Array.from(cells, (cell) =>
      cell?.kind === 'ordinary' && cell.pharmacySource !== null ? 1 : 0,
    ),
    namesDiseases: Uint8Array.from(
      slices.flatMap((one, index) =>
        cells
          .slice(index * CELLS_OF_A_SLICE, (index + 1) * CELLS_OF_A_SLICE)
          .map((cell) => (namesDiseases(one, cell) ? 1 : 0)),
      ),
    ),
  };
}

/** Where the fund's benefit at the place is not recorded at all, the disease does not matter. */
function namesDiseases(one: CompiledSlice | null, cell: Cell | null): boolean {
  if (one === null || cell === null || one.outpatient.chronic === 'notRecorded') return false;
  return !(cell.kind === 'not-recorded' && /^(elsewhere|pharmacy)-/.test(cell.code));
}

/** By the areas, which never change; a library may be told to answer with others from some day on. */
const compiled = new WeakMap<PolicyLibrary['areas'], CompiledLibrary>();

/** The library compiled; the first call does the work, later calls find it. */
export function compiledLibrary(library: PolicyLibrary): CompiledLibrary {
  const { areas } = library;
  const known = compiled.get(areas);
  if (known !== undefined) return known;
  const policies = [...areas.values()];
  const codes = policies.flatMap(({ slices }) =>
    slices.flatMap(({ outpatient }) =>
      typeof outpatient?.chronic === 'object' ? outpatient.chronic.diseases.map(({ code }) => code) : [],
    ),
  );
  const indexOfDisease = new Map([...new Set(codes)].map((code, index) => [code, index]));
  const made: CompiledLibrary = {
    policies: policies.map((policy) => compilePolicy(policy, indexOfDisease)),
    indexOfArea: new Map(policies.map(({ area }, index) => [area, index])),
    indexOfDisease,
  };
  compiled.set(areas, made);
  return made;
}
