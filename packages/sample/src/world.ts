// The whole sample world, built anew from a seed; the same seed gives the same world.
import { addLiFamily } from './family/li.ts';
import { addShiFamily } from './family/shi.ts';
import { addYanFamily } from './family/yan.ts';
import { addYangFamily } from './family/yang.ts';
import { sampleFunds } from './fund.ts';
import { sampleInstitutions } from './institution.ts';
import { addPopulation } from './population.ts';
import { createRandom } from './random.ts';
import { createSampleRegistry } from './registry.ts';
import { sampleStaff } from './staff.ts';
import type { SampleWorld } from './types.ts';

/** Two families for each city and 1,000 further people, with staff and institutions; all of them fictional. */
export function sampleWorld(seed = 20_241_015): SampleWorld {
  const registry = createSampleRegistry();
  addYangFamily(registry);
  addLiFamily(registry);
  addYanFamily(registry);
  addShiFamily(registry);
  addPopulation(registry, createRandom(seed));
  const institutions = sampleInstitutions();
  return {
    demoDate: '2024-10-15',
    people: registry.people(),
    kinships: registry.kinships(),
    relations: registry.relations(),
    staff: sampleStaff(institutions),
    institutions,
    funds: sampleFunds(),
  };
}
