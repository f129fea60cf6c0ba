// Reversals by message: a settlement given back (2208, 2103), and a message whose answer was lost undone (2601).
import type { ServiceDeps } from '../deps.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { PersonRecord } from '../person/record.ts';
import type { SettlementService } from '../settlement/service.ts';
import { revokeUndone } from './answer.ts';
import type { OnceMessage } from './answer.ts';
import type { Figures } from './figures.ts';
import { isReconciled } from './reconcile.ts';
import { findSettlement, openSettlement } from './settled.ts';
import type { MadeSettlement } from './settled.ts';

/** A settlement as messages name it. */
export interface SettlementName {
  settlementId: string;
  visitId: string;
  personNo: string;
}
/** The message that is to be undone. */
export interface Revoked {
  personNo: string;
  msgid: string;
  infno: string;
}
export type ReversedBill = MadeSettlement & { person: PersonRecord; figures: Figures };

type Deps = Pick<ServiceDeps, 'pool' | 'cipher' | 'ledger'>;
type Reverse = Pick<SettlementService, 'reverse'>;

/** With the balance of the patient's own account after it. Refused: `settlement-unknown`, `already-reversed`. */
export async function reverseSettled(
  { pool, cipher, ledger }: Deps,
  settlements: Reverse,
  message: OnceMessage,
  name: SettlementName,
  reason: string,
): Promise<Result<ReversedBill>> {
  const found = await openSettlement(pool, cipher, message.institution, name);
  if (!found.ok) return found;
  const { settlementId, person, figures } = found.value;
  // The same message again gets the same answer; another one of the same settlement is refused there.
  const reversed = await settlements.reverse(message.context, settlementId, { reason }, message.msgid);
  if (!reversed.ok) return reversed;
  const parts = (await ledger.parts(person.personNo)).filter((part) => part.area === person.area);
  const balanceFen = parts.reduce((total, part) => total + part.availableFen, 0);
  return done({ ...found.value, figures: { ...figures, balanceFen } });
}

/** Messages that may be undone: settlements, outpatient, at a pharmacy, and two that are not known here. */
const revocable = new Set(['2102', '2207', '2304', '2401']);

/**
 * Undoes a message by (msgid, infno): what it settled is reversed, and if it never came, it will be refused when it does.
 * The settlement that was reversed, or null. Refused: `revocation-wrong`, `already-reversed`.
 */
export async function revokeMessage(
  deps: Deps,
  settlements: Reverse,
  message: OnceMessage,
  { personNo, msgid, infno }: Revoked,
): Promise<Result<{ settlementId: string | null }>> {
  const { pool } = deps;
  const { institution, context } = message;
  if (!revocable.has(infno)) {
    return refuse('revocation-wrong', { what: `只有交易 2102、2207 可以冲正，原交易编号是 ${infno}` });
  }
  if (msgid === message.msgid) return refuse('revocation-wrong', { what: '原报文 ID 就是本条冲正的报文 ID' });
  if (await revokeUndone(pool, { institution, msgid, infno }, context.at)) {
    return done({ settlementId: null });
  }
  const made = await findSettlement(pool, institution, { msgid });
  if (made?.infno !== infno) return refuse('revocation-wrong', { what: `原报文不是 ${infno} 交易` });
  if (made.patientNo !== personNo) return refuse('revocation-wrong', { what: '人员编号与原结算不符' });
  if (made.businessDate !== context.today && (await isReconciled(pool, institution, made.businessDate))) {
    return refuse('revocation-wrong', { what: `这笔结算是 ${made.businessDate} 的，当天已经对账平了` });
  }
  const name = { settlementId: made.settlementId, visitId: made.visitId, personNo };
  const reversed = await reverseSettled(deps, settlements, message, name, '机构冲正');
  return reversed.ok ? done({ settlementId: made.settlementId }) : reversed;
}
