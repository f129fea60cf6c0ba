// Random lives of accounts and holds: in part, in doubt, late, expired; quotas; statuses; sealed days; held against plain memory.
import fc from 'fast-check';
import { expect } from 'vitest';
import { accountNameOf } from './account-name.ts';
import type { AccountRef, Command, HoldId, JournalId, Ledger, Outcome } from './index.ts';
import { ModelLedger } from './model.testing.ts';
import { quotaOwner } from './rules-quota.ts';

/** What a life may not post into any more. */
const sealedThrough = '2024-09-30';
const home = '340500';
const away = '211200';
const early = new Date('2024-10-15T09:00:00+08:00');
const late = new Date('2024-10-15T11:00:00+08:00');

const draft = fc.record({
  type: fc.constantFrom(
    ...(['post', 'post', 'post', 'hold', 'hold', 'hold', 'capture', 'capture', 'capture', 'void'] as const),
    ...([
      'expire',
      'expire',
      'doubt',
      'reverse',
      'reverse',
      'freeze',
      'set-status',
      'quota',
      'quota',
    ] as const),
  ),
  key: fc.nat(80),
  from: fc.oneof(fc.constant(0), fc.nat(6)),
  to: fc.nat(6),
  also: fc.nat(6),
  amountFen: fc.integer({ min: 1, max: 300 }),
  past: fc.nat(1000),
  /** Chooses between the forms of a command. */
  form: fc.nat(5),
  day: fc.constantFrom('2024-10-15', '2024-10-15', '2024-10-15', '2024-10-15', '2024-09-30', '2024-10-01'),
});
type Draft = typeof draft extends fc.Arbitrary<infer D> ? D : never;

interface Past {
  holds: { id: HoldId; legs: { account: AccountRef; amountFen: number }[] }[];
  journals: JournalId[];
}

/** The first is where money comes from; drafts name the first seven. */
function accountsOf(name: string): AccountRef[] {
  const personal = (owner: string, partYear: number, area = home): AccountRef => ({
    ...{ area, kind: 'personal', owner: name + owner, partYear },
  });
  const aside = quotaOwner(`${name}A`, 'rel');
  return [
    { area: home, kind: 'contributions', owner: name },
    personal('A', 2023),
    personal('A', 2024),
    personal('B', 2024),
    personal('C', 2024, away),
    { area: home, kind: 'payable', owner: name },
    { area: away, kind: 'payable', owner: name },
    { area: home, kind: 'suspense', owner: name },
    { area: home, kind: 'quota', owner: aside, partYear: 2023 },
    { area: home, kind: 'quota', owner: aside, partYear: 2024 },
  ];
}

function commandOf(name: string, drawn: Draft, { holds, journals }: Past): Command {
  const { type, key, from, to, also, amountFen, past, form, day } = drawn;
  const accounts = accountsOf(name);
  const account = accounts[from]!;
  const at = form === 0 ? early : late;
  const base = { area: home, key: `${name}-${key}`, kind: 'test', reference: name, businessDate: day, at };
  const hold = holds[past % Math.max(1, holds.length)] ?? { id: 'hld_1', legs: [{ account, amountFen: 1 }] };
  switch (type) {
    case 'post':
      return {
        ...{ ...base, type },
        legs: [
          { account, amountFen: -amountFen },
          { account: accounts[to]!, amountFen },
        ],
      };
    case 'hold':
      return {
        ...{ ...base, type, expiresAt: late },
        legs: [
          { account: accounts[1 + (from % 4)]!, amountFen: 1 + (amountFen % 90) },
          ...(form === 5 ? [{ account: accounts[also]!, amountFen: 7 }] : []),
        ],
      };
    case 'capture': {
      const first = hold.legs[0]!;
      const wholeFen = hold.legs.reduce((sum, leg) => sum + leg.amountFen, 0);
      // The whole, a part, more than there is, or what does not balance.
      const partFen = form === 1 ? Math.ceil(first.amountFen / 2) : form === 2 ? wholeFen + 1 : undefined;
      return {
        ...{ ...base, type, holdId: hold.id },
        to: [{ account: accounts[to]!, amountFen: (partFen ?? wholeFen) + (form === 3 ? 1 : 0) }],
        ...(partFen === undefined ? {} : { part: [{ account: first.account, amountFen: partFen }] }),
        ...(past % 2 === 0 ? { ifExpired: accounts[7]! } : {}),
      };
    }
    case 'void':
    case 'expire':
    case 'doubt':
      return { ...base, type, holdId: hold.id };
    case 'reverse':
      return { ...base, type, journalId: journals[past % Math.max(1, journals.length)] ?? 'jrn_1' };
    case 'freeze':
      return { ...base, type, account, amountFen: past % 2 === 0 ? amountFen : -amountFen };
    case 'set-status':
      return { ...base, type, account, status: (['frozen', 'open', 'closed', 'open'] as const)[form % 4]! };
    case 'quota':
      return { ...base, type, owner: `${name}A`, relation: 'rel', totalFen: form === 0 ? 0 : amountFen };
  }
}

const firstPost = (name: string, account: AccountRef, index: number): Command => ({
  ...{ type: 'post', area: home, key: `${name}-first-${index}`, kind: 'test', reference: name },
  ...{ businessDate: '2024-10-01', at: early },
  legs: [
    { account: accountsOf(name)[0]!, amountFen: -500 },
    { account, amountFen: 500 },
  ],
});

function remember({ holds, journals }: Past, command: Command, outcome: Outcome): void {
  if (!outcome.ok) return;
  if (command.type === 'hold' && 'holdId' in outcome && !holds.some(({ id }) => id === outcome.holdId))
    holds.push({ id: outcome.holdId, legs: command.legs });
  if ('journalId' in outcome && !journals.includes(outcome.journalId)) journals.push(outcome.journalId);
}

/** Lives `runs` random lives on the ledger; throws with the shortest one that went otherwise than in plain memory. */
export async function liveThrough(ledger: Ledger, runs: number): Promise<Set<string>> {
  let world = 0;
  const seen = new Set<string>();
  await ledger.sealDay(home, sealedThrough);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(draft, { minLength: 1, maxLength: 14 }), { minLength: 6, maxLength: 18 }),
      async (batches) => {
        const name = `life${(world += 1)}`;
        const model = new ModelLedger(sealedThrough);
        const past: Past = { holds: [], journals: [] };
        const firstMoney = accountsOf(name)
          .slice(1, 5)
          .map((account, index) => firstPost(name, account, index));
        for (const drafts of [undefined, ...batches]) {
          const commands = drafts?.map((each) => commandOf(name, each, past)) ?? firstMoney;
          const outcomes: Outcome[] = await Promise.all(commands.map((command) => ledger.submit(command)));
          commands.forEach((command, index) => {
            const outcome = outcomes[index]!;
            const reason = outcome.ok ? `${command.type} ok` : `${command.type} ${outcome.reason}`;
            seen.add('caseId' in outcome ? 'late success' : reason);
            expect(model.apply(command, outcome)).toContain(outcome.ok ? 'ok' : outcome.reason);
            remember(past, command, outcome);
          });
        }
        const accounts = accountsOf(name);
        const balances = await ledger.balances(accounts);
        for (const [index, account] of accounts.entries()) {
          const balance = balances[index];
          expect([
            accountNameOf(account),
            balance && { net: balance.netFen, held: balance.heldFen, frozen: balance.frozenFen },
          ]).toEqual([accountNameOf(account), model.figures.get(accountNameOf(account))]);
        }
      },
    ),
    { numRuns: runs },
  );
  return seen;
}
