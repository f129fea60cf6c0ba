// First step: which span of days and which benefit cell decides each bill.
import { FILING } from './bill-table.ts';
import type { BillTable } from './bill-table.ts';
import { CELLS_OF_A_SLICE, PEOPLE, PLACES } from './cell.ts';
import type { CompiledPolicy } from './compile.ts';
import { OUTCOME } from './result-table.ts';
import type { ResultTable } from './result-table.ts';

/** Cells from one service to the next, and the two services of chronic bills beside the four of ordinary ones. */
const SERVICE_STEP = PEOPLE.length * PLACES.length;
const PERSON_STEP = PLACES.length;
const PHARMACY = 3;
const CHRONIC = 4;
const CHRONIC_AT_PHARMACY = 5;
const HOME = 0;
const FILED = 1;
const UNFILED = 2;
const LAPSED = 3;

/** The last slice that begins on the day or before; -1 before all of them. */
export function sliceOn(policy: CompiledPolicy, day: number): number {
  const { firstDay } = policy;
  let slice = firstDay.length - 1;
  while (slice >= 0 && firstDay[slice]! > day) slice -= 1;
  return slice;
}

function placeOf(bills: BillTable, row: number, day: number): number {
  if (bills.isElsewhere[row] === 0) return HOME;
  if (bills.filing[row] !== FILING.forThisPlace || day < bills.filedFrom[row]!) return UNFILED;
  return day < bills.filedTo[row]! ? FILED : LAPSED;
}

/** The first disease of the bill that the area does not know on that day, or -1; as a row of the diseases. */
export function unknownDisease(policy: CompiledPolicy, bills: BillTable, slice: number, row: number): number {
  const { code } = bills.diseases;
  const end = bills.diseaseStart[row + 1]!;
  for (let at = bills.diseaseStart[row]!; at < end; at += 1) {
    if (code[at]! < 0 || policy.knowsDisease[slice * policy.diseases + code[at]!] === 0) return at;
  }
  return -1;
}

/** The first disease of the bill without a registration that holds on its day, or -1; as a row of the diseases. */
export function unregisteredDisease(bills: BillTable, row: number): number {
  const { registeredFrom, registeredTo } = bills.diseases;
  const day = bills.day[row]!;
  const end = bills.diseaseStart[row + 1]!;
  for (let at = bills.diseaseStart[row]!; at < end; at += 1) {
    if (day < registeredFrom[at]! || day >= registeredTo[at]!) return at;
  }
  return -1;
}

/** Writes `outcome`, `slice` and `cell` of the rows [from, to). */
export function chooseCells(
  policy: CompiledPolicy,
  bills: BillTable,
  results: ResultTable,
  from: number,
  to: number,
): void {
  const { day, service, person, diseaseStart } = bills;
  const { outcome, slice: sliceColumn, cell: cellColumn } = results;
  const { isUsable, namesDiseases } = policy;
  for (let row = from; row < to; row += 1) {
    const slice = sliceOn(policy, day[row]!);
    if (slice < 0 || isUsable[slice] === 0) {
      // The later steps run over refused rows too; what they write there means nothing.
      outcome[row] = OUTCOME.noPolicyForDate;
      sliceColumn[row] = 0;
      cellColumn[row] = 0;
      continue;
    }
    const first = slice * CELLS_OF_A_SLICE + person[row]! * PERSON_STEP + placeOf(bills, row, day[row]!);
    const ordinary = service[row]!;
    let cell = first + ordinary * SERVICE_STEP;
    let result: number = OUTCOME.answered;
    if (diseaseStart[row] !== diseaseStart[row + 1]) {
      const chronic = first + (ordinary === PHARMACY ? CHRONIC_AT_PHARMACY : CHRONIC) * SERVICE_STEP;
      if (namesDiseases[chronic] === 1 && unknownDisease(policy, bills, slice, row) >= 0) {
        result = OUTCOME.unknownDisease;
      } else if (unregisteredDisease(bills, row) < 0) cell = chronic;
    }
    outcome[row] = result;
    sliceColumn[row] = slice;
    cellColumn[row] = cell;
  }
}
