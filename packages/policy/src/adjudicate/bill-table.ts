// Bills as columns of flat arrays: what adjudication reads, one row a bill, accounts and diseases in columns of their own.
import type { QuoteAccount, QuoteInput } from '../types.ts';
import { grownFloats, grownInts } from './column.ts';
import type { CompiledLibrary } from './compile.ts';
import { dayNumber, NEVER } from './day-number.ts';

/** In the column `policyOf` of an account: its amounts are taken as given. */
export const AS_GIVEN = -1;
/** In the column `policyOf` of an account: the giver's area has no policy. */
const NO_POLICY = -2;
/** In the column `code` of a disease: no area of the library knows it. */
const UNKNOWN_DISEASE = -1;

export const FILING = { none: 0, forThisPlace: 1, forAnotherPlace: 2 } as const;

/** Days are yyyymmdd, amounts fen; columns by row, and the rows of accounts and diseases from `…Start` to the next start. */
export class BillTable {
  length = 0;
  day = new Int32Array(0);
  /** Index into SERVICES as if the bill were ordinary: hospital level or pharmacy. */
  service = new Int32Array(0);
  person = new Int32Array(0);
  isElsewhere = new Int32Array(0);
  filing = new Int32Array(0);
  filedFrom = new Int32Array(0);
  filedTo = new Int32Array(0);
  totalFen = new Float64Array(0);
  whollySelfPaidFen = new Float64Array(0);
  overPriceLimitFen = new Float64Array(0);
  preSelfPaidFen = new Float64Array(0);
  deductibleBeforeFen = new Float64Array(0);
  fundBeforeFen = new Float64Array(0);
  accountStart = new Int32Array(1);
  diseaseStart = new Int32Array(1);
  readonly accounts = new AccountColumns();
  readonly diseases = new DiseaseColumns();

  /** Forgets every row and keeps the memory. */
  clear(): void {
    this.length = 0;
  }

  /** Appends the question as a row. Its accounts are put in the order of use: the own account, then givers as given. */
  add(library: CompiledLibrary, input: QuoteInput): void {
    const row = this.length;
    this.#reserve(row + 1);
    const { patient, institution, bill, yearToDate } = input;
    this.day[row] = dayNumber(input.date);
    this.service[row] = institution.kind === 'pharmacy' ? 3 : (institution.level ?? 3) - 1;
    this.person[row] = (patient.scheme === 'employee' ? 0 : 2) + (patient.retired ? 1 : 0);
    this.isElsewhere[row] = institution.area === input.area ? 0 : 1;
    this.#setFiling(row, input);
    this.totalFen[row] = bill.totalFen;
    this.whollySelfPaidFen[row] = bill.whollySelfPaidFen;
    this.overPriceLimitFen[row] = bill.overPriceLimitFen;
    this.preSelfPaidFen[row] = bill.preSelfPaidFen;
    this.deductibleBeforeFen[row] = yearToDate.deductibleFen;
    this.fundBeforeFen[row] = yearToDate.fundPaidFen;
    let account = this.accountStart[row] ?? 0;
    for (const one of inOrderOfUse(input.accounts)) this.accounts.set(account++, library, input.area, one);
    this.accountStart[row + 1] = account;
    let disease = this.diseaseStart[row] ?? 0;
    for (const code of patient.chronic) this.diseases.set(disease++, library, code, patient.registrations);
    this.diseaseStart[row + 1] = disease;
    this.length = row + 1;
  }

  #setFiling(row: number, { patient: { filing }, institution }: QuoteInput): void {
    const here = filing !== undefined && institution.area.startsWith(filing.place);
    this.filing[row] =
      filing === undefined ? FILING.none : here ? FILING.forThisPlace : FILING.forAnotherPlace;
    this.filedFrom[row] = filing === undefined ? NEVER : dayNumber(filing.from);
    this.filedTo[row] = filing?.to === undefined ? NEVER : dayNumber(filing.to);
  }

  #reserve(rows: number): void {
    if (rows <= this.day.length) return;
    const size = Math.max(8, rows * 2);
    this.day = grownInts(this.day, size);
    this.service = grownInts(this.service, size);
    this.person = grownInts(this.person, size);
    this.isElsewhere = grownInts(this.isElsewhere, size);
    this.filing = grownInts(this.filing, size);
    this.filedFrom = grownInts(this.filedFrom, size);
    this.filedTo = grownInts(this.filedTo, size);
    this.totalFen = grownFloats(this.totalFen, size);
    this.whollySelfPaidFen = grownFloats(this.whollySelfPaidFen, size);
    this.overPriceLimitFen = grownFloats(this.overPriceLimitFen, size);
    this.preSelfPaidFen = grownFloats(this.preSelfPaidFen, size);
    this.deductibleBeforeFen = grownFloats(this.deductibleBeforeFen, size);
    this.fundBeforeFen = grownFloats(this.fundBeforeFen, size);
    this.accountStart = grownInts(this.accountStart, size + 1);
    this.diseaseStart = grownInts(this.diseaseStart, size + 1);
  }
}

/** The own account first; the order of givers stays. */
export function inOrderOfUse(accounts: readonly QuoteAccount[]): readonly QuoteAccount[] {
  if (accounts.length < 2 || accounts[0]?.owner === 'self') return accounts;
  return [
    ...accounts.filter(({ owner }) => owner === 'self'),
    ...accounts.filter(({ owner }) => owner !== 'self'),
  ];
}

/** Limits that are not set are Infinity. */
class AccountColumns {
  isGiver = new Int32Array(0);
  policyOf = new Int32Array(0);
  isOtherProvince = new Int32Array(0);
  priorYearFen = new Float64Array(0);
  currentYearFen = new Float64Array(0);
  limitFen = new Float64Array(0);
  yearLimitLeftFen = new Float64Array(0);
  quotaFen = new Float64Array(0);

  set(at: number, library: CompiledLibrary, patientArea: string, account: QuoteAccount): void {
    this.#reserve(at + 1);
    const isGiver = account.owner !== 'self';
    const { area } = account;
    const isTold = isGiver && area !== undefined;
    this.isGiver[at] = isGiver ? 1 : 0;
    this.policyOf[at] = isTold ? (library.indexOfArea.get(area) ?? NO_POLICY) : AS_GIVEN;
    this.isOtherProvince[at] = isTold && area.slice(0, 2) !== patientArea.slice(0, 2) ? 1 : 0;
    this.priorYearFen[at] = account.priorYearFen;
    this.currentYearFen[at] = account.currentYearFen;
    this.limitFen[at] = account.limitFen ?? Infinity;
    this.yearLimitLeftFen[at] = account.yearLimitLeftFen ?? Infinity;
    this.quotaFen[at] = account.quotaFen ?? Infinity;
  }

  #reserve(rows: number): void {
    if (rows <= this.isGiver.length) return;
    const size = Math.max(8, rows * 2);
    this.isGiver = grownInts(this.isGiver, size);
    this.policyOf = grownInts(this.policyOf, size);
    this.isOtherProvince = grownInts(this.isOtherProvince, size);
    this.priorYearFen = grownFloats(this.priorYearFen, size);
    this.currentYearFen = grownFloats(this.currentYearFen, size);
    this.limitFen = grownFloats(this.limitFen, size);
    this.yearLimitLeftFen = grownFloats(this.yearLimitLeftFen, size);
    this.quotaFen = grownFloats(this.quotaFen, size);
  }
}

/** A disease without a registration is registered from a day that never comes. */
class DiseaseColumns {
  code = new Int32Array(0);
  registeredFrom = new Int32Array(0);
  registeredTo = new Int32Array(0);

  set(
    at: number,
    library: CompiledLibrary,
    code: string,
    registrations: QuoteInput['patient']['registrations'],
  ): void {
    if (at >= this.code.length) {
      const size = Math.max(8, (at + 1) * 2);
      this.code = grownInts(this.code, size);
      this.registeredFrom = grownInts(this.registeredFrom, size);
      this.registeredTo = grownInts(this.registeredTo, size);
    }
    const mine = registrations?.filter(({ disease }) => disease === code);
    const last = mine?.reduce<(typeof mine)[number] | undefined>(
      (latest, one) => (latest === undefined || one.from > latest.from ? one : latest),
      undefined,
    );
    const absent = mine === undefined ? 0 : NEVER;
    this.code[at] = library.indexOfDisease.get(code) ?? UNKNOWN_DISEASE;
    this.registeredFrom[at] = last === undefined ? absent : dayNumber(last.from);
    this.registeredTo[at] = last?.to === undefined ? NEVER : dayNumber(last.to);
  }
}
