// The person's own page: insurance, account, and whether they can be a giver today.
import { errorTexts } from '@gongji/contract';
import type { ErrorCode, Me } from '@gongji/contract';
import type { Ledger } from '@gongji/ledger';
import { areaInfo, shareableFen } from '@gongji/policy';
import type { PolicyLibrary } from '@gongji/policy';
import { maskPhone } from '../kernel/mask.ts';
import { markOf } from './mark.ts';
import type { PersonRecord } from './record.ts';

export interface AccountView {
  priorYearFen: number;
  currentYearFen: number;
  heldFen: number;
  /** What relatives may use on the day, holds taken off (fen); 0 where the policy is not recorded. */
  shareableFen: number;
}

/** A person's account on a day, all areas together, in fen. The shareable part is by the rule of the person's area. */
export async function accountOf(
  ledger: Ledger,
  library: PolicyLibrary,
  person: Pick<PersonRecord, 'personNo' | 'area'>,
  today: string,
): Promise<AccountView> {
  const parts = await ledger.parts(person.personNo);
  const year = Number(today.slice(0, 4));
  const sum = (amounts: number[]) => amounts.reduce((total, fen) => total + fen, 0);
  return {
    priorYearFen: sum(parts.filter((part) => part.partYear < year).map((part) => part.netFen)),
    currentYearFen: sum(parts.filter((part) => part.partYear >= year).map((part) => part.netFen)),
    heldFen: sum(parts.map((part) => part.heldFen + part.frozenFen)),
    shareableFen: areaInfo(library, person.area, today)
      ? shareableFen(
          library,
          person.area,
          today,
          parts.map((part) => ({ partYear: part.partYear, fen: part.availableFen })),
        )
      : 0,
  };
}

/** Why this person can't be a giver today, by the first rule that stands in the way; undefined when they can. */
function giverObstacle(
  person: PersonRecord,
  account: AccountView,
  recorded: boolean,
):
  | Extract<ErrorCode, 'giver-not-employee' | 'giver-suspended' | 'policy-not-recorded' | 'giver-no-balance'>
  | undefined {
  if (person.scheme !== 'employee') return 'giver-not-employee';
  if (person.status !== 'normal') return 'giver-suspended';
  if (!recorded) return 'policy-not-recorded';
  if (account.shareableFen <= 0) return 'giver-no-balance';
  return undefined;
}

export async function meOf(
  ledger: Ledger,
  library: PolicyLibrary,
  person: PersonRecord,
  today: string,
): Promise<Me> {
  const info = areaInfo(library, person.area, today);
  const account = await accountOf(ledger, library, person, today);
  const mark = markOf(person);
  const obstacle = giverObstacle(person, account, info !== undefined);
  return {
    person: mark,
    maskedPhone: maskPhone(person.phone),
    scheme: person.scheme,
    retired: person.retired,
    status: person.status,
    account: { ...account, shareablePart: info?.shareablePart ?? 'not-recorded' },
    canGive: obstacle === undefined,
    cannotGiveReason: obstacle
      ? errorTexts(obstacle, { what: `${mark.areaName}（${today}）` }).message
      : null,
  };
}
