// The automatic checks of an application: their codes, who was asked, and the sentence for each outcome.
import type { Check } from '@gongji/contract';
import { instantText } from '../kernel/instant.ts';
import { wordsFor } from './reader.ts';
import type { Reader } from './reader.ts';

const registry = '户籍登记（模拟）';
const insurance = '全国医保参保登记（模拟）';
const own = '本系统';

/** `{who}` is the giver and `{both}` the two of them, in the reader’s words. */
const catalogue = {
  identity: {
    source: registry,
    passed: '家人的姓名与身份证号码一致。',
    unsure: '户籍登记里没有查到家人的姓名和号码，需要人工核对。',
  },
  kinship: {
    source: registry,
    passed: '登记信息显示{both}是所填的亲属关系。',
    unsure: '登记信息里查不到{both}的关系，需要人工核对。',
  },
  insurance: {
    source: insurance,
    passed: '家人参加了基本医保，参保地与所填一致。',
    unsure: '家人的参保登记需要人工核对。',
  },
  giver: {
    source: own,
    passed: '{who}参加职工医保，参保状态正常，有可以共济的余额。',
    unsure: '{who}的参保状态需要人工核对。',
  },
  policy: {
    source: '本地区共济政策',
    passed: '关系、参保地和人数都符合政策。',
    unsure: '是否符合政策需要人工核对。',
  },
} as const;

export type CheckCode = keyof typeof catalogue;

/** As it is stored: no sentence, so that wording can be mended later. */
export interface StoredCheck {
  code: CheckCode;
  outcome: 'passed' | 'unsure';
  /** ISO instant. */
  at: string;
}

export const storedCheck = (code: CheckCode, outcome: StoredCheck['outcome'], at: Date): StoredCheck => ({
  code,
  outcome,
  at: at.toISOString(),
});

export function checkView(check: StoredCheck, reader: Reader): Check {
  const entry = catalogue[check.code];
  const { who, both } = wordsFor[reader];
  return {
    code: check.code,
    text: entry[check.outcome].replace('{who}', who).replace('{both}', both),
    outcome: check.outcome,
    source: entry.source,
    at: instantText(new Date(check.at)),
  };
}
