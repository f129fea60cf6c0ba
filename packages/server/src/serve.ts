// The wiring: configuration, data directory, database, services, worker and HTTP, started in order and stopped in reverse.
import { join } from 'node:path';
import { claimDataDirectory, createFieldCipher, loadKeys, openDatabase } from '@gongji/database';
import { createLedger } from '@gongji/ledger';
import { readPolicyFiles } from '@gongji/policy/node';
import { createServices, openPolicyShelf } from '@gongji/service';
import type { PolicyShelf, Ports } from '@gongji/service';
import { getRequestListener } from '@hono/node-server';
import type { Pool } from 'pg';
import { createApp } from './app.ts';
import { createTicketStore } from './bridge/store.ts';
import { openClock } from './clock.ts';
import type { BusinessClock } from './clock.ts';
import { repositoryRoot } from './config.ts';
import type { Config } from './config.ts';
import { createInstitutionLimit } from './edge/institution-limit.ts';
import { createRateLimit } from './edge/rate-limit.ts';
import type { Parts } from './edge/parts.ts';
import { openEventHub } from './events/hub.ts';
import { createGateway, isHospitalPath } from './hospital/gateway.ts';
import { listen } from './listen.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { allMigrations } from './migrations.ts';
import type { CallLog } from './ports/call.ts';
import { cashChannelOverHttp } from './ports/cash-channel.ts';
import { dailyFilesOverHttp } from './ports/daily-files.ts';
import { hostIdentityOverHttp, walletOverHttp } from './ports/host-ports.ts';
import { institutionsOverHttp } from './ports/institutions.ts';
import { registryOverHttp } from './ports/registry.ts';
import { smsOverHttp } from './ports/sms.ts';
import { taxBureauOverHttp } from './ports/tax-bureau.ts';
import { importSampleBooks } from './sample-books.ts';
import { importSampleCatalogue, importSampleWorld } from './sample-import.ts';
import { loadSigningKeys } from './receipt/signing-keys.ts';
import { createSessionStore } from './session/store.ts';
import { createSignInLog } from './session/sign-in-log.ts';
import { createSignIn } from './sign-in/provider.ts';
import { StartProblem } from './start-problem.ts';
import { startWorker } from './worker.ts';

/** Starts the simulators of the outside world on the ports after `port`; rejects with a sentence when it can't. */
export type StartOutside = (options: {
  port: number;
  publicUrl: string;
  dataDirectory: string;
}) => Promise<{ stop(): Promise<void> }>;

export interface ServeOptions {
  config: Config;
  /** Undefined where the outside world is there by itself. */
  startOutside?: StartOutside | undefined;
  /** Told of progress, one Chinese sentence at a time. */
  say: (line: string) => void;
  /** Where warnings go. */
  terminal: NodeJS.WritableStream;
  realNow: () => Date;
}

export interface Running {
  /** The citizen app's address, with a slash at its end. */
  url: string;
  /** Finishes requests and payments under way, then closes everything; safe to call twice. */
  stop(): Promise<void>;
}

/** What was opened, closed in reverse order. */
function createClosers() {
  const closers: (() => Promise<void> | void)[] = [];
  let closing: Promise<void> | undefined;
  const closeAll = async (): Promise<void> => {
    let failure: { error: unknown } | undefined;
    for (const close of closers.reverse()) {
      try {
        await close();
      } catch (error) {
        failure ??= { error };
      }
    }
    if (failure) throw failure.error;
  };
  return {
    add: (close: () => Promise<void> | void) => void closers.push(close),
    close: () => (closing ??= closeAll()),
  };
}
type Closers = ReturnType<typeof createClosers>;

export function outsideOf({ outside }: Pick<Config, 'outside'>, log: CallLog, realNow: () => Date): Ports {
  return {
    dailyFiles: dailyFilesOverHttp(outside, log),
    registry: registryOverHttp(outside.registry, log),
    taxBureau: taxBureauOverHttp(outside.taxBureau, log),
    cashChannel: cashChannelOverHttp(outside.cashChannel, log),
    sms: smsOverHttp(outside.sms, log),
    institutions: institutionsOverHttp(outside.institutions, log, realNow),
  };
}

async function openPolicies(pool: Pool, clock: BusinessClock): Promise<PolicyShelf> {
  try {
    return await openPolicyShelf(pool, readPolicyFiles(), () => clock.now().today);
  } catch (error) {
    throw new StartProblem(
      `政策文件有错，没有启动：\n${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** Starts the simulators, when there are any to start; they come up while the database does. */
async function startSimulators({ config, startOutside }: ServeOptions) {
  const { port, publicUrl, dataDirectory } = config;
  try {
    return await startOutside?.({ port, publicUrl, dataDirectory });
  } catch (error) {
    throw new StartProblem(error instanceof Error ? error.message : String(error));
  }
}

async function open(options: ServeOptions, closers: Closers): Promise<string> {
  const { config, say, terminal, realNow } = options;
  const claim = claimDataDirectory(config.dataDirectory);
  closers.add(() => claim.release());
  const listening = await listen(config.host, config.port);
  closers.add(() => listening.close());
  const log = createLog(join(config.dataDirectory, 'logs'), terminal);

  const simulators = startSimulators(options);
  // Its failure is told where it is awaited below.
  simulators.catch(() => undefined);
  closers.add(async () => (await simulators.catch(() => undefined))?.stop());
  say(config.databaseUrl === null ? '启动数据库' : '连接数据库');
  const database = await openDatabase({
    dataDirectory: config.dataDirectory,
    databaseUrl: config.databaseUrl ?? undefined,
    migrations: allMigrations(),
    log: say,
  });
  closers.add(() => database.stop());
  const { pool } = database;
  const cipher = createFieldCipher(loadKeys(config.dataDirectory));
  const clock = await openClock(pool, config.demoDate, realNow);
  const ledger = createLedger({ pool });
  closers.add(() => ledger.close());
  const policies = await openPolicies(pool, clock);
  const deps = {
    pool,
    ledger,
    library: policies.library,
    policies,
    cipher,
    ports: outsideOf(config, log, realNow),
    publicUrl: config.publicUrl,
    log,
    signIns: createSignInLog(pool),
  };
  const services = createServices(deps);
  closers.add(() => services.close());
  if (!(await services.person.keysFit())) {
    throw new StartProblem(
      '密钥与数据库对不上：里面的个人信息是用另一套密钥加密的，现在的密钥读不出来，所以没有启动。' +
        '请把原来的 keys.json 放回数据目录，或把原来的密钥填在 GONGJI_KEYS 里，再启动。',
    );
  }
  if (config.sample) {
    await importSampleWorld(pool, services, clock.now().at, say);
    await importSampleCatalogue(pool, services, clock.now().at);
  }
  await simulators;
  if (config.sample) {
    const servicesWith = (dailyFiles: Ports['dailyFiles']) =>
      createServices({ ...deps, ports: { ...deps.ports, dailyFiles } });
    await importSampleBooks({ pool, ledger, services, servicesWith, at: clock.now().at }, say);
  }

  const events = await openEventHub(database.applicationUrl, log);
  closers.add(() => events.close());
  const sessions = createSessionStore(pool);
  const worker = startWorker({ services, policies, ledger, sessions, clock, realNow, log });
  closers.add(() => worker.stop());
  const parts: Parts = {
    services,
    sessions,
    tickets: createTicketStore(pool),
    hostIdentity: hostIdentityOverHttp(config.identity, log),
    wallet: walletOverHttp(config.outside.cashChannel, log),
    signIn: createSignIn({ ...config.identity, redirectUri: `${config.publicUrl}/sign-in/callback` }),
    clock,
    realNow,
    events,
    metrics: createMetrics(pool, {
      waitingNotices: () => services.hospital.waitingOrderNotices(),
      messages: () => services.notice.outbox(),
    }),
    metricsToken: config.metricsToken,
    log,
    publicUrl: config.publicUrl,
    receiptKeys: loadSigningKeys(config.dataDirectory),
    limits: {
      session: createRateLimit(300, 10),
      address: createRateLimit(600, 20),
      institution: createInstitutionLimit(),
    },
    isReady: () =>
      pool.query('select 1').then(
        () => true,
        () => false,
      ),
    pages: {
      citizen: join(repositoryRoot, 'apps/citizen/dist'),
      staff: join(repositoryRoot, 'apps/staff/dist'),
    },
  };
  const listener = getRequestListener(createApp(parts, cipher).fetch);
  const gateway = createGateway(parts);
  // The institutions' interface has its own shape from the first byte to the last, and no time for middlewares.
  listening.serve((request, response) =>
    isHospitalPath(request.url) ? void gateway(request, response) : void listener(request, response),
  );
  // Streams end first, then requests under way are waited for, then the rest is closed.
  closers.add(async () => {
    await events.close();
    await listening.close();
  });
  return `http://localhost:${listening.port}/`;
}

/**
 * Starts the whole server.
 * @throws DatabaseProblem or StartProblem with a sentence for the operator; nothing is left running then.
 */
export async function serve(options: ServeOptions): Promise<Running> {
  const closers = createClosers();
  try {
    return { url: await open(options, closers), stop: closers.close };
  } catch (error) {
    await closers.close();
    throw error;
  }
}
