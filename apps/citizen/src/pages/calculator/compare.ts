// The same bill at every kind of institution of one place, adjudicated in the browser by the engine of the till. Pure.
import type { Answer } from '@gongji/contract';
import { quote, whatIfInput, type PolicyLibrary, type QuoteResult } from '@gongji/policy/browser';

export type CalculatorFacts = Answer<'getCalculatorFacts'>;

export interface AskedBill {
  totalFen: number;
  whollySelfPaidFen: number;
  /** Code of the disease that it is for; empty for an ordinary bill. */
  disease: string;
  /** Area code of the place of treatment. */
  place: string;
}

const kinds = [
  { key: 'level-1', name: '一级医院', note: '社区、乡镇卫生院', institution: { kind: 'hospital', level: 1 } },
  { key: 'level-2', name: '二级医院', note: '区县医院', institution: { kind: 'hospital', level: 2 } },
  {
    key: 'level-3',
    name: '三级医院',
    note: '市里、省里的大医院',
    institution: { kind: 'hospital', level: 3 },
  },
  { key: 'pharmacy', name: '定点药店', note: '', institution: { kind: 'pharmacy' } },
] as const;

export interface Compared {
  key: (typeof kinds)[number]['key'];
  name: string;
  note: string;
  result: QuoteResult;
  sharedFen: number;
}

/** Not ok: the sentence of the policy engine that refused. */
export function compare(
  library: PolicyLibrary,
  facts: CalculatorFacts,
  { totalFen, whollySelfPaidFen, disease, place }: AskedBill,
): { ok: true; compared: Compared[] } | { ok: false; message: string } {
  const filing = facts.places.find(({ area }) => area === place)?.filing;
  const compared: Compared[] = [];
  for (const { key, name, note, institution } of kinds) {
    const answer = quote(
      library,
      whatIfInput(facts, {
        institution: { ...institution, area: place },
        ...(filing ? { filing } : {}),
        bill: { totalFen, whollySelfPaidFen, overPriceLimitFen: 0, preSelfPaidFen: 0 },
        chronic: disease === '' ? [] : [disease],
        sharedFen: key === 'pharmacy' ? facts.sharedAtPharmacyFen : facts.sharedFen,
      }),
    );
    if (!answer.ok) return { ok: false, message: answer.reason.message };
    const sharedFen = answer.value.sharedFen.reduce((sum, { fen }) => sum + fen, 0);
    compared.push({ key, name, note, result: answer.value, sharedFen });
  }
  return { ok: true, compared };
}
