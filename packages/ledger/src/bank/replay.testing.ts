// What the answers of a history add up to, in any order: each accepted command has happened once, nothing else has.
import { accountNameOf } from '../account-name.ts';
import type { AccountRef, Command } from '../index.ts';
import type { History } from './customers.testing.ts';

/** Net and held fen by the account's name. */
export function replayed(history: History): Map<string, { netFen: number; heldFen: number }> {
  const figures = new Map<string, { netFen: number; heldFen: number }>();
  const add = (account: AccountRef, netFen: number, heldFen: number) => {
    const old = figures.get(accountNameOf(account)) ?? { netFen: 0, heldFen: 0 };
    figures.set(accountNameOf(account), { netFen: old.netFen + netFen, heldFen: old.heldFen + heldFen });
  };
  const byId = new Map<string, { command: Command; isLate: boolean }>();
  for (const { command, outcome } of history.values()) {
    if (!outcome.ok) continue;
    if ('journalId' in outcome) byId.set(outcome.journalId, { command, isLate: 'caseId' in outcome });
    else if (command.type === 'hold' && 'holdId' in outcome)
      byId.set(outcome.holdId, { command, isLate: false });
  }

  function move(command: Command, sign: 1 | -1, isLate: boolean): void {
    if (command.type === 'post')
      for (const { account, amountFen } of command.legs) add(account, sign * amountFen, 0);
    if (command.type !== 'capture') return;
    for (const { account, amountFen } of command.to) add(account, sign * amountFen, 0);
    const taken = command.part ?? heldBy(command.holdId);
    const sumFen = taken.reduce((sum, { amountFen }) => sum + amountFen, 0);
    if (isLate && command.ifExpired) add(command.ifExpired, -sign * sumFen, 0);
    else for (const { account, amountFen } of taken) add(account, -sign * amountFen, 0);
  }
  function heldBy(holdId: string) {
    const hold = byId.get(holdId)?.command;
    if (hold?.type !== 'hold') throw new Error(`${holdId} is no hold that anybody was told of`);
    return hold.legs;
  }

  for (const { command, outcome } of history.values()) {
    if (!outcome.ok) continue;
    const isLate = 'caseId' in outcome;
    move(command, 1, isLate);
    if (command.type === 'hold')
      for (const { account, amountFen } of command.legs) add(account, 0, amountFen);
    const ends = command.type === 'capture' || command.type === 'void' || command.type === 'expire';
    if (ends && !isLate)
      for (const { account, amountFen } of heldBy(command.holdId)) add(account, 0, -amountFen);
    if (command.type === 'reverse') {
      const undone = byId.get(command.journalId);
      if (!undone) throw new Error(`${command.journalId} is no journal that anybody was told of`);
      move(undone.command, -1, undone.isLate);
    }
  }
  return figures;
}
