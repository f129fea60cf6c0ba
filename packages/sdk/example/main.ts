// A day of a hospital against the running product: online orders, a hundred patients, refunds, lost answers, reconciliation with a difference.
import process from 'node:process';
import {
  createInstitutionClient,
  createMessageIds,
  GatewayRefusal,
  NoAnswer,
  Refused,
} from '../src/index.ts';
import type { InstitutionClientOptions } from '../src/index.ts';
import { compareRows, compareTotals } from './books.ts';
import type { Row } from './books.ts';
import { playOnlineOrders } from './online-orders.ts';
import { prepare, settle } from './visit.ts';
import type { Entry } from './visit.ts';
import { readWorld } from './world.ts';

const patientsOfTheDay = 100;
/** Every so manieth patient changes their mind after paying. */
const refundEvery = 12;

const say = (line = ''): void => void process.stdout.write(`${line}\n`);
const yuan = (fen: number): string => `${(fen / 100).toFixed(2)} 元`;
const fen = (amount: number): number => Math.round(amount * 100);

class DayProblem extends Error {}

/** Sends for real, but loses the answers to the transaction `of` as often as `lose` says. */
function lossyLine(of: string, lose: number): { fetch: typeof fetch; lost: () => number } {
  let lost = 0;
  return {
    fetch: async (url, request) => {
      const answer = await fetch(url, request);
      const headers = new Headers(request?.headers);
      if (headers.get('_api_name') !== of || lost >= lose) return answer;
      lost += 1;
      throw new TypeError('应答在路上丢失');
    },
    lost: () => lost,
  };
}

const rowsOf = ({ settled, ...entry }: Entry, isRefund: boolean): Row => {
  const sign = isRefund ? -1 : 1;
  return {
    ...{ settlementId: entry.settlementId, visitId: entry.visitId, personNo: entry.personNo, isRefund },
    totalFen: sign * fen(settled.medfee_sumamt),
    fundFen: sign * fen(settled.fund_pay_sumamt),
    accountFen: sign * fen(settled.acct_pay),
  };
};

async function play(): Promise<void> {
  const world = await readWorld();
  const { hospital } = world;
  const options: InstitutionClientOptions = {
    ...{ baseUrl: world.baseUrl, accessKey: hospital.accessKey, secret: hospital.secret },
    ...{ institution: hospital, area: hospital.area, operator: { code: 'C01', name: '演收费' } },
    // Shared by all clients of this program, so that no two messages have the same number.
    nextMessageId: createMessageIds(hospital.code),
  };
  const client = createInstitutionClient(options);

  const signedIn = await client.call('9001', {
    signIn: { opter_no: 'C01', mac: '00-00-00-00-00-00', ip: '127.0.0.1' },
  });
  const { sign_time, sign_no } = signedIn.output.signinoutb;
  const today = sign_time.slice(0, 10);
  say(`${hospital.name}（${hospital.code}）的一天：${today}`);
  say();

  const run = Date.now().toString(36);
  await playOnlineOrders(client, world, run, sign_time, say);
  say();

  // What was settled today before this program came to the window, online too, is in the insurance side's books and not in ours.
  const before = await compareRows(client, hospital, today, []);
  const insutypeOf = new Map<string, string>();
  if (before.length > 0) say(`接班：今天已有 ${before.length} 行账，记入本院账本。`);
  for (const { settlementId, visitId, personNo } of before) {
    if (insutypeOf.has(visitId)) continue;
    const names = { setl_id: settlementId, mdtrt_id: visitId, psn_no: personNo };
    const found = await client.call('5203', { data: names });
    insutypeOf.set(visitId, found.output.setlinfo.insutype);
  }

  const entries: Entry[] = [];
  const startedMs = performance.now();
  for (let number = 1; number <= patientsOfTheDay; number += 1) {
    const patient = world.patients[(number - 1) % world.patients.length];
    if (!patient) throw new DayProblem('示例数据里没有可以就诊的人');
    const items = [0, 7, 13].flatMap((step) => world.items[(number * 3 + step) % world.items.length] ?? []);
    const ready = await prepare(client, patient, items, `${run}${String(number).padStart(3, '0')}`, today);
    insutypeOf.set(ready.visitId, ready.insutype);
    if (number === 30) {
      const line = lossyLine('2207', 1);
      const entry = await settle(
        createInstitutionClient({ ...options, fetch: line.fetch, backoffMs: 50 }),
        ready,
      );
      say(
        `第 ${number} 位：结算的应答丢失 ${line.lost()} 次，用同一个报文 ID 重发，取回了同一笔结算 ${entry.settlementId}。`,
      );
      entries.push(entry);
    } else if (number === 60) {
      const line = lossyLine('2207', 1);
      const msgid = client.newMessageId();
      const lossy = createInstitutionClient({ ...options, fetch: line.fetch, retries: 0 });
      await settle(lossy, ready, msgid).then(
        () => Promise.reject(new DayProblem('应答本该丢失')),
        (error: unknown) => (error instanceof NoAnswer ? undefined : Promise.reject(error as Error)),
      );
      await client.call('2601', { data: { psn_no: ready.personNo, omsgid: msgid, oinfno: '2207' } });
      const again = await prepare(client, patient, items, `${run}${String(number).padStart(3, '0')}R`, today);
      insutypeOf.set(again.visitId, again.insutype);
      entries.push(await settle(client, again));
      say(`第 ${number} 位：结算结果不明，已冲正（2601），重新收费一次，没有重复扣钱。`);
    } else {
      entries.push(await settle(client, ready));
    }
    if (number % 25 === 0) say(`已收费 ${number} 位患者。`);
  }
  const seconds = (performance.now() - startedMs) / 1000;

  const refunded = entries.filter((_, index) => (index + 1) % refundEvery === 0);
  for (const { settlementId, visitId, personNo } of refunded) {
    await client.call('2208', { data: { setl_id: settlementId, mdtrt_id: visitId, psn_no: personNo } });
  }
  report(entries, refunded, seconds);
  await reconcile();
  await client.call('9002', { signOut: { sign_no, opter_no: 'C01' } });
  say();
  say('这一天账平了。');

  async function reconcile(): Promise<void> {
    const ours: Row[] = [
      ...before,
      ...entries.map((entry) => rowsOf(entry, false)),
      ...refunded.map((entry) => rowsOf(entry, true)),
    ];
    // The clerk has mistyped one row and lost another; a settlement that was revoked is not in the books at all.
    const wrong = ours.filter((_, index) => index !== before.length);
    const typed = wrong.at(before.length + 1);
    if (typed) wrong[wrong.indexOf(typed)] = { ...typed, totalFen: typed.totalFen + 100 };
    say('日终对账');
    const differences = await compareRows(client, hospital, today, wrong);
    if (differences.length === 0) throw new DayProblem('对账应当发现差异，却没有发现');
    for (const { settlementId, isRefund, memo } of differences) {
      say(`  差异：${settlementId}${isRefund ? '（退费）' : ''}  ${memo}`);
    }
    const found = new Map(differences.map((row) => [`${row.settlementId}/${row.isRefund}`, row]));
    const mended = [
      ...wrong.filter((row) => !found.has(`${row.settlementId}/${row.isRefund}`)),
      ...differences,
    ];
    const left = await compareRows(client, hospital, today, mended);
    if (left.length > 0) throw new DayProblem(`更正后仍有 ${left.length} 行差异`);
    say(`  按医保的明细更正 ${differences.length} 行，逐笔对账一致（共 ${mended.length} 行，含退费）。`);
    for (const insutype of ['310', '390']) {
      const rows = mended.filter((row) => insutypeOf.get(row.visitId) === insutype);
      const words = await compareTotals(client, hospital.area, today, insutype, rows);
      if (words !== undefined) throw new DayProblem(`险种 ${insutype} 的总账不平：${words}`);
      say(
        `  险种 ${insutype} 总账一致：${rows.length} 行，净额 ${yuan(rows.reduce((sum, row) => sum + row.totalFen, 0))}。`,
      );
    }
  }
}

function report(entries: readonly Entry[], refunded: readonly Entry[], seconds: number): void {
  const sum = (
    of: readonly Entry[],
    field: 'medfee_sumamt' | 'fund_pay_sumamt' | 'acct_pay' | 'acct_mulaid_pay' | 'psn_cash_pay',
  ) => of.reduce((total, { settled }) => total + fen(settled[field]), 0);
  say();
  say(`收费 ${entries.length} 笔，用时 ${seconds.toFixed(1)} 秒，金额恒等式全部成立`);
  say(`  医疗费总额      ${yuan(sum(entries, 'medfee_sumamt'))}`);
  say(`  统筹基金支付    ${yuan(sum(entries, 'fund_pay_sumamt'))}`);
  say(`  个人账户支付    ${yuan(sum(entries, 'acct_pay'))}`);
  say(`    其中亲属共济  ${yuan(sum(entries, 'acct_mulaid_pay'))}`);
  say(`  现金            ${yuan(sum(entries, 'psn_cash_pay'))}`);
  say(`退费 ${refunded.length} 笔，退回 ${yuan(sum(refunded, 'medfee_sumamt'))}`);
  say();
}

function sentenceOf(error: unknown): string {
  if (error instanceof NoAnswer) {
    return '连不上共济。请先在另一个终端运行 npm start，等它显示地址后再运行本例；用了别的端口时两边设同样的 PORT。';
  }
  if (error instanceof GatewayRefusal) return `网关没有接受本院的密钥：${error.message}`;
  if (error instanceof Refused) return `交易 ${error.infno} 没有办理：${error.message}`;
  if (error instanceof DayProblem) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

try {
  await play();
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = 1;
}
