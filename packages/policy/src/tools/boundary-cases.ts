// Worked cases made from the recorded figures themselves: outpatient benefit, premiums and binding, at every edge.
import type { PolicyLibrary } from '../library.ts';
import { bindingBoundaries } from './boundary-binding.ts';
import { outpatientBoundaries } from './boundary-outpatient.ts';
import { premiumBoundaries } from './boundary-premium.ts';
import type { WorkedCase } from './case-files.ts';
import { areaName } from './cell-names.ts';

/** Pure. Names are for reports; `file` names the area, since no line of a file holds the case. */
export function boundaryCases(library: PolicyLibrary): WorkedCase[] {
  return [...library.areas.values()].flatMap((policy) =>
    [...outpatientBoundaries(policy), ...premiumBoundaries(policy), ...bindingBoundaries(policy)].map(
      (one): WorkedCase => ({
        ...one,
        file: `（由${areaName(policy)}的数字生成）`,
        line: 0,
        refusal: one.refusal,
      }),
    ),
  );
}
