// The account: what relatives may use, and the two years' parts.
import type { Answer } from '@gongji/contract';
import { formatFen } from '../../lib/money.ts';

type Me = Answer<'getMe'>;

const rules: Record<Me['account']['shareablePart'], string> = {
  'prior-year': '按参保地规定，家人可以用的是“往年结余”这一部分。',
  all: '按参保地规定，全部余额家人都可以用，先用往年结余。',
  'not-recorded': '参保地的共济规定还没有收录，暂时算不出可共济的部分。',
};

export function Balance({ me }: { me: Me }) {
  const { account } = me;
  return (
    <section className="balance" aria-label="个人账户余额">
      <p className="balance-name">可共济余额</p>
      <p className="balance-main figures">{formatFen(account.shareableFen)}</p>
      <dl className="balance-parts">
        <div>
          <dt>往年结余</dt>
          <dd className="figures">{formatFen(account.priorYearFen)}</dd>
        </div>
        <div>
          <dt>当年</dt>
          <dd className="figures">{formatFen(account.currentYearFen)}</dd>
        </div>
        {account.heldFen > 0 && (
          <div>
            <dt>办理中暂扣</dt>
            <dd className="figures">{formatFen(account.heldFen)}</dd>
          </div>
        )}
      </dl>
      <p className="balance-rule">{me.canGive ? rules[account.shareablePart] : me.cannotGiveReason}</p>
      <p className="balance-where">
        {me.person.areaName} · {me.scheme === 'employee' ? '职工医保' : '城乡居民医保'}
        {me.retired ? '（退休）' : ''}
      </p>
    </section>
  );
}
