// What a change of policy does: which figures differ, who gains and who loses, and what the fund pays, on a tried population.
import { yearOf } from '../../calendar.ts';
import type { Answer, PolicyRef } from '../../types.ts';
import { figuresInForce } from '../figures.ts';
import type { Figure, FiguresInForce } from '../figures.ts';
import { populationOf } from './population.ts';
import { personChange, talliesOf } from './tally.ts';
import type { GroupTally } from './tally.ts';
import { diseasesOf, personYear } from './year.ts';
import type { Side } from './year.ts';

export interface ComparedSide {
  area: string;
  name: string;
  date: string;
  policy: PolicyRef;
}

/** One figure that is not the same on both sides; null where it does not stand at all. */
export interface FigureChange {
  field: string;
  name: string;
  sectionName: string;
  before: string | null;
  after: string | null;
}

export interface PolicyDifference {
  before: ComparedSide;
  after: ComparedSide;
  population: number;
  seed: number;
  figures: FigureChange[];
  /** The first is everybody. */
  groups: GroupTally[];
}

const sideOf = ({ area, name, date, policy }: FiguresInForce): ComparedSide => ({ area, name, date, policy });

const YEAR_NAMES = new Map([
  [-1, '上一年度'],
  [0, '当年度'],
  [1, '下一年度'],
]);

/** Figures by field; those of a coverage year by how far it lies from the side's own year, so that years can be compared. */
function byPlace({ figures, date }: FiguresInForce): Map<string, Figure> {
  return new Map(
    figures.map((figure) => {
      const [, year] = /^premium\.(\d{4})/.exec(figure.field) ?? [];
      if (year === undefined) return [figure.field, figure];
      const distance = Number(year) - yearOf(date);
      const yearName = YEAR_NAMES.get(distance) ?? `${year} 年度`;
      const name = figure.name.replace(`${year} 年度`, yearName);
      return [figure.field.replace(year, `${distance}`), { ...figure, name }];
    }),
  );
}

/** Figures whose words differ; one that is recorded on neither side has not changed. */
function figureChanges(before: FiguresInForce, after: FiguresInForce): FigureChange[] {
  const [old, fresh] = [byPlace(before), byPlace(after)];
  const places = [...new Set([...old.keys(), ...fresh.keys()])];
  return places.flatMap((place) => {
    const [left, right] = [old.get(place), fresh.get(place)];
    const shown = left ?? right;
    if (shown === undefined || left?.text === right?.text) return [];
    if (left?.recorded !== true && right?.recorded !== true) return [];
    const { field, name, sectionName } = shown;
    return [{ field, name, sectionName, before: left?.text ?? null, after: right?.text ?? null }];
  });
}

/**
 * Pure, and the same for the same arguments. The population is random (see `populationOf`), so the sums compare two policies and
 * foretell no budget. `population` people, at least 1. Refused as `figuresInForce` refuses: no policy for an area or a day.
 */
export function policyDifference(
  before: Side,
  after: Side,
  population: number,
  seed: number,
): Answer<PolicyDifference> {
  const old = figuresInForce(before.library, before.area, before.date);
  if (!old.ok) return old;
  const fresh = figuresInForce(after.library, after.area, after.date);
  if (!fresh.ok) return fresh;
  const people = populationOf(population, seed, diseasesOf([before, after]));
  const changes = people.map((person) =>
    personChange(person, personYear(before, person), personYear(after, person)),
  );
  return {
    ok: true,
    value: {
      before: sideOf(old.value),
      after: sideOf(fresh.value),
      population,
      seed,
      figures: figureChanges(old.value, fresh.value),
      groups: talliesOf(changes),
    },
  };
}
