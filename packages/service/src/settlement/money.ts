// The money of a bill in the ledger: from the accounts and the fund to what is owed to the institution.
import type { InstitutionMark } from '@gongji/contract';
import type { AccountRef, Books, JournalId, Leg } from '@gongji/ledger';
import type { Context } from '../kernel/context.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { Adjudicated } from './adjudicate.ts';
import type { PersonFacts } from './facts.ts';

/** The pooled fund of an area; employees and residents have one each. */
export const fundAccount = ({ area, scheme }: Pick<PersonFacts, 'area' | 'scheme'>): AccountRef => ({
  area,
  kind: 'fund',
  owner: scheme,
});

export const payableAccount = ({ area, code }: Pick<InstitutionMark, 'area' | 'code'>): AccountRef => ({
  area,
  kind: 'payable',
  owner: code,
});

/** Posts one journal on locked books; none when cash pays everything. Refused: `fund-unavailable`. */
export function postBill(
  books: Books,
  context: Context,
  settlementId: string,
  patient: PersonFacts,
  institution: InstitutionMark,
  { takings, till }: Adjudicated,
): Result<{ journalId: JournalId | null }> {
  const legs: Leg[] = takings.flatMap(({ area, personNo: owner, parts }) =>
    parts.map(({ partYear, fen }) => ({
      account: { area, kind: 'personal' as const, owner, partYear },
      amountFen: -fen,
    })),
  );
  if (till.fundFen > 0) legs.push({ account: fundAccount(patient), amountFen: -till.fundFen });
  const owedFen = till.totalFen - till.cashFen;
  if (owedFen === 0) return done({ journalId: null });
  legs.push({ account: payableAccount(institution), amountFen: owedFen });
  const posted = books.post({
    type: 'post',
    area: patient.area,
    key: `settlement:${settlementId}`,
    kind: 'settlement',
    reference: settlementId,
    businessDate: context.today,
    at: context.at,
    legs,
  });
  if (posted.ok) return done({ journalId: posted.journalId });
  if ('account' in posted && posted.account.kind === 'fund') return refuse('fund-unavailable');
  throw new Error(`The ledger refused a settlement that was adjudicated on its balances: ${posted.reason}`);
}
