// Brings the sample world in, once: people with their balances, pooled funds, institutions, staff, relations already bound.
import { createReadStream } from 'node:fs';
import { sampleCatalogueFile, sampleWorld } from '@gongji/sample';
import type { Services } from '@gongji/service';
import type { Pool } from 'pg';

/** Name of the world that is recorded when all of it is in. */
const world = 'sample-3';
/** People are brought in by so many, each lot in a transaction of its own. */
const lotSize = 200;

/**
 * Does nothing when the world is in already. A start that was cut off in between goes on from the beginning:
 * every part leaves alone what is there.
 * @param at the business instant that dates the opening balances.
 */
export async function importSampleWorld(
  pool: Pool,
  services: Services,
  at: Date,
  say: (line: string) => void,
): Promise<void> {
  const done = await pool.query('select 1 from edge.sample_import where world = $1', [world]);
  if (done.rowCount) return;
  const { people, institutions, staff, relations, funds } = sampleWorld();
  for (let start = 0; start < people.length; start += lotSize) {
    await services.person.import(people.slice(start, start + lotSize), at);
    say(`导入示例人物 ${Math.min(start + lotSize, people.length)} / ${people.length}`);
  }
  await services.person.importFunds(funds, at);
  await services.person.importInstitutions(institutions);
  await services.person.importStaff(staff);
  await services.relation.importBound(relations, at);
  await pool.query('insert into edge.sample_import (world, imported_at) values ($1, $2)', [world, at]);
  say(
    `导入示例机构 ${institutions.length} 家、工作人员 ${staff.length} 人、已绑定关系 ${relations.length} 个`,
  );
}

const catalogue = 'sample-catalogue-1';

/** Brings the sample catalogue in, once. */
export async function importSampleCatalogue(pool: Pool, services: Services, at: Date): Promise<void> {
  const done = await pool.query('select 1 from edge.sample_import where world = $1', [catalogue]);
  if (done.rowCount) return;
  await services.catalogue.import(createReadStream(sampleCatalogueFile));
  await pool.query('insert into edge.sample_import (world, imported_at) values ($1, $2)', [catalogue, at]);
}
