// A giver and a bound child for the tests of premiums, and an outside world without faults.
import type { PersonImport } from '../src/index.ts';
import type { MoneyWorld } from './money-world.ts';
import { employee, person } from './people.ts';

/** Ends every fault that an earlier test asked for. */
export function calm(world: MoneyWorld): void {
  world.taxBureau.fault = 'none';
  world.taxBureau.isDeaf = false;
  world.taxBureau.isSilent = false;
  world.cashChannel.silentCalls.clear();
  world.faults.length = 0;
}

/** Adds a giver and a child to the world and binds them. */
export async function addFamily(
  world: MoneyWorld,
  givenGiver: Partial<PersonImport> = {},
  givenChild: Partial<PersonImport> = {},
): Promise<[PersonImport, PersonImport]> {
  const parent = employee({ name: '样明远', ...givenGiver });
  const young = person({ name: '样小禾', bornOn: '2017-05-01', student: true, ...givenChild });
  await world.add(parent, young);
  await world.bind(parent, young);
  return [parent, young];
}
