// Two browsers that claim the same case at the same moment, by HTTP, on the whole real service.
import { getRequestListener } from '@hono/node-server';
import type { ErrorBody } from '@gongji/contract';
import { createLedger, ledgerMigrations } from '@gongji/ledger';
import { areaInfo } from '@gongji/policy';
import { readPolicyLibrary } from '@gongji/policy/node';
import { sampleWorld } from '@gongji/sample';
import { createServices, serviceMigrations } from '@gongji/service';
import type { Context, Ports, Result, Services } from '@gongji/service';
import { createRateLimit } from '../src/edge/rate-limit.ts';
import { createInstitutionLimit } from '../src/edge/institution-limit.ts';
import { listen } from '../src/listen.ts';
import { openTestApp, publicUrl, reviewer } from './kit.ts';

const world = sampleWorld();
const area = '340500';
const personOf = (name: string) => {
  const found = world.people.find((person) => person.name === name);
  if (!found) throw new Error(`nobody in the sample world is called ${name}`);
  return found;
};
const giver = personOf('样明远');
const member = personOf('样小禾');

const unused = () => Promise.reject(new Error('claims ask nobody outside'));
/** Everybody is who they say; no kinship is on record, so that the case waits for a reviewer. */
const ports = {
  registry: {
    checkIdentity: async () => ({ result: 'match' }),
    checkKinship: async () => ({ result: 'not-on-record' }),
    findInsurance: async () => ({ ...member, result: 'found', student: null }),
  },
  taxBureau: { assess: unused, pay: unused, query: unused },
  cashChannel: { createOrder: unused, queryOrder: unused, refundOrder: unused, closeOrder: unused },
  sms: { send: async () => ({ result: 'sent' }), sendToHost: async () => ({ result: 'sent' }) },
} as unknown as Ports;

function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`refused: ${result.code}`);
  return result.value;
}

/** Submits one application that waits for review; its id. */
async function submitCase(
  services: Services,
  library: ReturnType<typeof readPolicyLibrary>,
): Promise<string> {
  const at = new Date('2024-10-15T09:00:00+08:00');
  await services.person.import([giver, member], at);
  const context: Context = {
    actor: { kind: 'person', personNo: giver.personNo, area },
    ...{ at, today: '2024-10-15', channel: 'web' },
  };
  const documents = areaInfo(library, area, context.today)?.documents;
  const body = {
    ...{ memberName: member.name, memberIdNumber: member.idNumber, relation: 'child' as const },
    ...{ memberArea: member.area, memberPhone: member.phone, photos: [] },
    noticeVersion: documents?.notice.version ?? '',
    promise: {
      version: documents?.promise.version ?? '',
      accepted: true as const,
      signedName: giver.name,
    },
  };
  return value(await services.application.submit(context, body, 'submit-1')).applicationId;
}

interface Answer {
  status: number;
  code: string | null;
}

/** Opens the race; `rounds` answers how often who won, after each round the winner gives the case back. */
async function openClaimRace() {
  const library = readPolicyLibrary();
  let services: Services | undefined;
  const limits = { session: createRateLimit(1e6, 1e6), address: createRateLimit(1e6, 1e6) };
  const test = await openTestApp(
    {},
    {
      limits: { ...limits, institution: createInstitutionLimit() },
      real: {
        migrations: [ledgerMigrations, serviceMigrations],
        services(pool, cipher) {
          const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
          const ledger = createLedger({ pool });
          services = createServices({
            pool,
            ledger,
            library,
            cipher,
            ports,
            publicUrl,
            log,
            signIns: { search: async () => [] },
          });
          return services;
        },
      },
    },
  );
  if (!services) throw new Error('no services were made');
  const open = services;
  const marks = ['R1', 'R2'].map((staffNo) => ({ ...reviewer, staffNo, area }));
  await open.person.importStaff(
    marks.map(({ staffNo, area: of }) => ({
      staffNo,
      name: `演${staffNo}`,
      role: 'reviewer' as const,
      area: of,
    })),
  );
  const applicationId = await submitCase(open, library);
  const socket = await listen('127.0.0.1', 0);
  const listener = getRequestListener(test.app.fetch);
  socket.serve((request, response) => void listener(request, response));
  const browsers = await Promise.all(marks.map((mark) => test.as(mark)));

  const ask = async (headers: Record<string, string>, call: 'claim' | 'release'): Promise<Answer> => {
    const address = `http://127.0.0.1:${socket.port}/api/staff/reviews/${applicationId}/${call}`;
    const answer = await fetch(address, { method: 'POST', headers });
    const body = (await answer.json()) as Partial<ErrorBody>;
    return { status: answer.status, code: body.error?.code ?? null };
  };
  return {
    /** One round: both claim at once; the answers in the order of the browsers. The winner gives the case back. */
    async round(): Promise<Answer[]> {
      const answers = await Promise.all(browsers.map((headers) => ask(headers, 'claim')));
      const winner = browsers[answers.findIndex(({ status }) => status === 200)];
      if (winner) await ask(winner, 'release');
      return answers;
    },
    /** Claims and releases on record, and whether the records hold. */
    async records() {
      const { rows } = await test.database.ownerPool.query<{ kind: string; count: number }>(
        `select kind, count(*)::int from gongji.action where subject_id = $1 and kind in ('claimed', 'released')
         group by kind order by kind`,
        [applicationId],
      );
      return { rows, problems: await open.verifyRecords() };
    },
    async close() {
      await socket.close();
      await open.close();
      await test.close();
    },
  };
}

/** Runs so many rounds; each has one winner and one who reads that the case is held. */
export async function raceRounds(rounds: number) {
  const race = await openClaimRace();
  try {
    const wins = [0, 0];
    const odd: Answer[][] = [];
    for (let round = 0; round < rounds; round += 1) {
      const answers = await race.round();
      const winner = answers.findIndex(({ status }) => status === 200);
      const loser = answers[1 - winner];
      if (winner < 0 || loser?.status !== 409 || loser.code !== 'claim-held') odd.push(answers);
      else wins[winner] = (wins[winner] ?? 0) + 1;
    }
    return { wins, odd, records: await race.records() };
  } finally {
    await race.close();
  }
}
