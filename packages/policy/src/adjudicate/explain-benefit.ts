// The lines of the fund's benefit: deductible, fund, own share, cap, and why a rule of registration or filing did or did not apply.
import { shareOfFen } from '../money.ts';
import { FILING } from './bill-table.ts';
import type { BillTable } from './bill-table.ts';
import { CELLS_OF_A_SLICE, PEOPLE, PLACES } from './cell.ts';
import { unregisteredDisease } from './choose-cells.ts';
import { CELL_KIND } from './compile.ts';
import type { CompiledPolicy } from './compile.ts';
import { daysBetween, NEVER } from './day-number.ts';
import { SAYS } from './line-table.ts';
import type { LineTable } from './line-table.ts';
import type { ResultTable } from './result-table.ts';

const FIRST_CHRONIC_CELL = 4 * PEOPLE.length * PLACES.length;
const FILED = 1;

function explainRegistration(bills: BillTable, results: ResultTable, row: number, lines: LineTable): void {
  if (bills.diseaseStart[row] === bills.diseaseStart[row + 1]) return;
  if (results.cell[row]! % CELLS_OF_A_SLICE >= FIRST_CHRONIC_CELL) return;
  const disease = unregisteredDisease(bills, row);
  const { registeredFrom, registeredTo } = bills.diseases;
  if (registeredFrom[disease] === NEVER) lines.add(SAYS.notRegistered, 0, disease);
  else if (bills.day[row]! >= registeredTo[disease]!) lines.add(SAYS.registrationLapsed, 0, disease);
  else lines.add(SAYS.registrationNotBegun, 0, disease);
}

function explainFiling(
  policy: CompiledPolicy,
  bills: BillTable,
  results: ResultTable,
  row: number,
  lines: LineTable,
): void {
  if (bills.isElsewhere[row] === 0) return;
  const elsewhere = policy.slices[results.slice[row]!]?.outpatient.elsewhere;
  if (typeof elsewhere !== 'object') return;
  const day = bills.day[row]!;
  const filing = bills.filing[row]!;
  if (filing === FILING.none) lines.add(SAYS.filingAbsent, 0);
  else if (filing === FILING.forAnotherPlace) lines.add(SAYS.filingForAnotherPlace, 0);
  else if (day < bills.filedFrom[row]!) lines.add(SAYS.filingNotBegun, 0);
  else if (results.cell[row]! % PLACES.length === FILED) {
    const to = bills.filedTo[row]!;
    const days = to === NEVER ? Infinity : daysBetween(day, to);
    if (days <= elsewhere.filing.warnDaysBefore) lines.add(SAYS.filingEndsSoon, 0, days);
    else lines.add(SAYS.filingHolds, 0);
  } else lines.add(SAYS.filingLapsed, 0);
  lines.add(SAYS.catalogueElsewhere, 0);
}

function explainRatioElsewhere(
  policy: CompiledPolicy,
  results: ResultTable,
  row: number,
  lines: LineTable,
): void {
  const cell = results.cell[row]!;
  const home = policy.homeRatePerTenThousand[cell]!;
  const rate = policy.ratePerTenThousand[cell]!;
  if (home === rate) return;
  const base = results.inScopeFen[row]! - results.deductibleFen[row]!;
  lines.add(SAYS.ratioElsewhere, shareOfFen(base, home) - shareOfFen(base, rate));
}

/** The lines between those of the bill's parts and those of the payers. */
export function explainBenefit(
  policy: CompiledPolicy,
  bills: BillTable,
  results: ResultTable,
  row: number,
  lines: LineTable,
): void {
  const cell = results.cell[row]!;
  const kind = policy.kind[cell]!;
  const fund = results.fundFen[row]!;
  const own = results.ownShareFen[row]!;
  if (kind === CELL_KIND.ordinary) {
    const deductible = results.deductibleFen[row]!;
    const before = bills.deductibleBeforeFen[row]!;
    lines.add(SAYS.deductible, deductible, before, results.deductibleAfterFen[row]);
    lines.add(SAYS.fund, fund, bills.fundBeforeFen[row], results.fundAfterFen[row]);
    lines.add(SAYS.ownShare, own);
    lines.add(SAYS.aboveCap, results.aboveCapFen[row]!);
    if (before >= policy.deductibleFen[cell]! && before > 0) lines.add(SAYS.deductibleMet, 0);
  } else if (kind === CELL_KIND.chronic) {
    lines.add(SAYS.deductible, 0);
    lines.add(SAYS.fund, fund);
    lines.add(SAYS.ownShare, own);
    lines.add(SAYS.aboveCap, 0);
    lines.add(SAYS.chronicApart, 0);
    if (policy.isUpTo[cell] === 1) lines.add(SAYS.rateUpTo, 0);
  } else {
    lines.add(SAYS.fund, 0);
    lines.add(SAYS.ownShare, own);
    lines.add(kind === CELL_KIND.nothing ? SAYS.elsewhereRefused : SAYS.notRecorded, 0);
  }
  if (policy.isAtPharmacy[cell] === 1) lines.add(SAYS.asAtPharmacy, 0);
  explainRegistration(bills, results, row, lines);
  explainFiling(policy, bills, results, row, lines);
  explainRatioElsewhere(policy, results, row, lines);
}
