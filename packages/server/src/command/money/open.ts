// Opens the product's database and services for a command of a finance officer, beside a running product or without one.
import { createFieldCipher, DatabaseProblem, loadKeys } from '@gongji/database';
import type { FieldCipher } from '@gongji/database';
import { createLedger } from '@gongji/ledger';
import type { Ledger } from '@gongji/ledger';
import type { PolicyLibrary } from '@gongji/policy';
import { readPolicyFiles } from '@gongji/policy/node';
import { createServices, openPolicyShelf } from '@gongji/service';
import type { PolicyShelf, Services } from '@gongji/service';
import type { Pool } from 'pg';
import { openClock } from '../../clock.ts';
import type { BusinessClock } from '../../clock.ts';
import { readConfig } from '../../config.ts';
import { outsideOf } from '../../serve.ts';
import { createSignInLog } from '../../session/sign-in-log.ts';
import { visitProductDatabase } from '../import/database.ts';
import { StartProblem } from '../../start-problem.ts';

export interface Product {
  pool: Pool;
  cipher: FieldCipher;
  ledger: Ledger;
  library: PolicyLibrary;
  policies: PolicyShelf;
  services: Services;
  clock: Pick<BusinessClock, 'now'>;
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Runs `work` on the product; what an operator can mend is said in one sentence with exit status 2. */
export async function onProduct(name: string, work: (product: Product) => Promise<number>): Promise<number> {
  try {
    return await withProduct(work);
  } catch (error) {
    if (!(error instanceof DatabaseProblem) && !(error instanceof StartProblem)) throw error;
    return refuse(name, error.message);
  }
}

export function refuse(name: string, sentence: string): number {
  process.stderr.write(`gongji ${name}: ${sentence.replaceAll('\n', ' ')}\n`);
  return 2;
}

async function withProduct(work: (product: Product) => Promise<number>): Promise<number> {
  const config = readConfig(process.env);
  const database = await visitProductDatabase();
  try {
    const { pool } = database;
    const cipher = createFieldCipher(loadKeys(config.dataDirectory));
    const ledger = createLedger({ pool });
    const warn = (details: object, text: string) => say(`${text} ${JSON.stringify(details)}`);
    const log = { info: () => undefined, warn, error: warn };
    const { publicUrl } = config;
    const clock = await openClock(pool, config.demoDate, () => new Date());
    const policies = await openPolicyShelf(pool, readPolicyFiles(), () => clock.now().today);
    const { library } = policies;
    const services = createServices({
      pool,
      ledger,
      library,
      cipher,
      ports: outsideOf(config, log, () => new Date()),
      publicUrl,
      log,
      signIns: createSignInLog(pool),
    });
    try {
      if (!(await services.person.keysFit())) {
        throw new StartProblem(
          '密钥与数据库对不上，没有执行：请把原来的 keys.json 放回数据目录，或填在 GONGJI_KEYS 里。',
        );
      }
      return await work({ pool, cipher, ledger, library, policies, services, clock });
    } finally {
      await services.close();
      await ledger.close();
    }
  } finally {
    await database.close();
  }
}
