// Whether the pooled fund pays for a person's treatment: insured in normal standing, and registered where a disease needs it.
import type { ServiceDeps } from '../deps.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { readFacts } from '../settlement/facts.ts';
import { registrationsOf, stateOn } from '../standing/standing.ts';
import { chronicOf } from './chronic.ts';
import { insutypeOf } from './patient.ts';

export interface EntitlementQuestion {
  personNo: string;
  insutype: string;
  medType: string;
  diseaseCode: string;
  /** Business day of the question, YYYY-MM-DD. */
  today: string;
}
export interface Entitlement {
  /** The fund, as `fund_pay_type`. */
  fundType: '310102' | '390102';
  /** Why the fund does not pay, in words; `''` when it does. */
  obstacle: string;
}

/** Refused: `patient-not-found`, `patient-differs` for another scheme. */
export async function readEntitlement(
  { pool }: Pick<ServiceDeps, 'pool'>,
  { personNo, insutype, medType, diseaseCode, today }: EntitlementQuestion,
): Promise<Result<Entitlement>> {
  const person = (await readFacts(pool, [personNo])).get(personNo);
  if (!person) return refuse('patient-not-found');
  if (insutype !== insutypeOf(person)) return refuse('patient-differs', { what: '险种类型' });
  const fundType = person.scheme === 'employee' ? '310102' : '390102';
  const valid = registrationsOf(person).filter((one) => stateOn(one, today) === 'valid');
  const missing = chronicOf(medType, diseaseCode).some(
    (code) => !valid.some(({ disease }) => disease === code),
  );
  const obstacle =
    person.status !== 'normal'
      ? '目前不是正常参保状态，不享受统筹基金待遇。'
      : missing
        ? '没有有效的这个病种的门诊慢特病登记，可按普通门诊结算。'
        : '';
  return done({ fundType, obstacle });
}
