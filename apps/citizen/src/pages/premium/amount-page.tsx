// Step 2: how much, until when, from when it counts, and what pays it.
import { Link } from 'wouter';
import { dayWords } from '../../lib/date.ts';
import { formatFen } from '../../lib/money.ts';
import { AssessedTag } from '../../parts/assessed-tag.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Lines } from '../../parts/lines.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PersonCard } from '../../parts/person-card.tsx';
import { Page } from '../../shell/page.tsx';
import type { QuoteStepProps } from './premium-pages.tsx';
import { premiumSteps } from './titles.ts';

export function AmountPage({ quote, base }: QuoteStepProps) {
  const { window, benefitsFrom, waitingMonths, lines } = quote;
  const payers = lines.filter(({ group }) => group === 'payer');
  const others = lines.filter(({ group }) => group !== 'payer');
  const recordedWaiting = waitingMonths > 0 ? `${waitingMonths} 个月` : '没有等待期';
  const waitingText = quote.amountFrom === 'policy' ? recordedWaiting : '以医保部门核定为准';
  const closed = window !== null && !window.open;
  return (
    <Page
      title="缴费金额"
      progress={{ names: premiumSteps, index: 1 }}
      back={{ href: `/premium/${encodeURIComponent(quote.member.personNo)}`, text: '重新选年度' }}
    >
      <PersonCard person={quote.member} role="参保人（被共济人）" />
      <section className="amount" aria-label="应缴金额">
        <p className="amount-name">
          {quote.coverageYear} 年度城乡居民医保费
          <AssessedTag amountFrom={quote.amountFrom} />
        </p>
        <p className="amount-main figures">{formatFen(quote.amountFen)}</p>
        {quote.amountFrom === 'tax-bureau' && (
          <p className="hint">参保地的缴费标准还没有收录，这个金额由税务机关核定。</p>
        )}
      </section>
      {closed && (
        <Notice tone="warn" title="现在不在集中缴费期内">
          <p>缴费后可能有等待期，请看清下面的“待遇开始”。</p>
        </Notice>
      )}
      <Facts
        items={[
          {
            name: '缴费期',
            value: window ? `${dayWords(window.from)}至${dayWords(window.to)}` : '以税务核定为准',
          },
          { name: '待遇开始', value: benefitsFrom ? dayWords(benefitsFrom) : '以医保部门核定为准' },
          { name: '等待期', value: waitingText },
          { name: '您的可共济余额', value: <span className="figures">{formatFen(quote.shareableFen)}</span> },
          {
            name: '从您的账户付',
            value: <span className="figures">{formatFen(quote.fromAccountFen)}</span>,
            strong: true,
          },
          ...(quote.shortfallFen > 0
            ? [
                {
                  name: '还差',
                  value: <span className="figures short">{formatFen(quote.shortfallFen)}</span>,
                  strong: true,
                },
              ]
            : []),
        ]}
      />
      {quote.shortfallFen > 0 && (
        <Notice tone="warn" title={`可共济余额不够，还差 ${formatFen(quote.shortfallFen)}`}>
          <p>下一步可以选“差额用现金补足”，也可以不缴。现在没有扣钱。</p>
        </Notice>
      )}
      <div className="actions">
        <Link className="button button-main" href={`${base}/pay`}>
          下一步：选择支付方式
        </Link>
      </div>
      <Lines title="从哪里付" lines={payers} sumName="合计" />
      <Lines title="金额是怎么来的" lines={others} />
    </Page>
  );
}
