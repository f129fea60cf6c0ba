// Sentences on who pays, and on accounts that were held back or not used.
import { line } from '../line.ts';
import { yuan } from '../money.ts';
import type { Line, PolicySource } from '../types.ts';
import type { Story, Told } from './story.ts';

function payment(
  code: string,
  who: string,
  { fen, first, second, account }: Told,
  source: PolicySource,
): Line {
  const parts = fen > 0 ? `（往年结余 ${yuan(first)}，今年计入 ${yuan(second)}）` : '';
  return line('payer', code, `${who}支付 ${yuan(fen)}${parts}。`, fen, source, {
    owner: account?.owner ?? 'self',
    priorYearFen: first,
    currentYearFen: second,
  });
}

const nameOf = ({ account, giver }: Told): string =>
  account?.owner === 'self' ? '本人个人账户' : `第 ${giver} 位授权人的个人账户`;

/** A note on one account; `fen` is what it gave or what could not be used. */
function note(code: string, text: string, { fen, account }: Told, source: PolicySource | null): Line {
  return line('note', code, text, fen, source, { owner: account?.owner ?? 'self' });
}

const unused = (code: string, text: string, told: Told, source: PolicySource | null): Line => ({
  ...note(code, text, told, source),
  applied: false,
});

export const words = {
  fundPays: (_: Story, { fen }: Told) =>
    line('payer', 'fund', `统筹基金支付 ${yuan(fen)}。`, fen, null, { owner: 'fund' }),
  noOwnAccount: ({ conventions }: Story) =>
    line('payer', 'own-account', '没有可用的本人个人账户，支付 0.00 元。', 0, conventions.source, {
      owner: 'self',
    }),
  ownAccount: ({ conventions }: Story, told: Told) =>
    payment('own-account', '本人个人账户', told, conventions.source),
  giver: ({ conventions }: Story, told: Told) => payment('giver', nameOf(told), told, conventions.source),
  cash: ({ conventions }: Story, { fen }: Told) =>
    line('payer', 'cash', `其余 ${yuan(fen)}付现金。`, fen, conventions.source, { owner: 'cash' }),
  notPayable: ({ conventions }: Story, { fen }: Told) =>
    line(
      'note',
      'not-payable-from-accounts',
      `其中 ${yuan(fen)}不在政策范围内，本人和亲属的个人账户都不能付。`,
      fen,
      conventions.source,
    ),
  limitReached: (_: Story, told: Told) =>
    note('limit-reached', `账户设了单笔限额 ${yuan(told.fen)}，本次用到限额为止。`, told, null),
  yearLimitReached: (_: Story, told: Told) =>
    note(
      'year-limit-reached',
      `${nameOf(told)}今年给这位使用人的限额还剩 ${yuan(told.fen)}，本次用到限额为止。`,
      told,
      null,
    ),
  quotaReached: (_: Story, told: Told) =>
    note(
      'quota-reached',
      `${nameOf(told)}在医保钱包里设的额度还剩 ${yuan(told.fen)}，本次用到额度为止。`,
      told,
      null,
    ),
  otherProvinceClosed: ({ policy, results, row }: Story, told: Told) => {
    const source = policy.slices[results.slice[row]!]?.slice.crossProvince?.source ?? null;
    const text = `${nameOf(told)}不能用：授权人在外省参保，这一天还不能跨省共济。`;
    return unused('other-province-closed', text, told, source);
  },
  otherProvinceNeedsQuota: ({ policy, results, row }: Story, told: Told) => {
    const source = policy.slices[results.slice[row]!]?.slice.crossProvince?.source ?? null;
    const text = `${nameOf(told)}不能直接用：授权人在外省参保，须先在医保钱包里设额度。`;
    return unused('other-province-needs-quota', text, told, source);
  },
  shareNotRecorded: ({ conventions }: Story, told: Told) =>
    unused(
      'shareable-not-recorded',
      `${nameOf(told)}不能用：没有记录授权人参保地哪部分资金可以共济。`,
      told,
      conventions.source,
    ),
  currentYearNotShareable: ({ conventions }: Story, told: Told) =>
    unused(
      'current-year-not-shareable',
      `${nameOf(told)}里今年计入的 ${yuan(told.fen)}不能共济：授权人的参保地只许用往年结余。`,
      told,
      conventions.source,
    ),
  notNeeded: ({ conventions }: Story, told: Told) =>
    unused('account-not-needed', `${nameOf(told)}没有动用：前面的已经付清。`, told, conventions.source),
  accountEmpty: ({ conventions }: Story, told: Told) =>
    unused('account-empty', `${nameOf(told)}没有可用的钱。`, told, conventions.source),
};
