// Step 4: the last look, then paying; the same key is sent until the server answers, so nothing is paid twice.
import { Redirect, useLocation, useSearch } from 'wouter';
import { useAct } from '../../api/hooks.ts';
import { asProblem } from '../../api/problem.ts';
import { dayWords } from '../../lib/date.ts';
import { formatFen } from '../../lib/money.ts';
import { Button } from '../../parts/button.tsx';
import { AssessedTag } from '../../parts/assessed-tag.tsx';
import { Facts } from '../../parts/facts.tsx';
import { PersonCard } from '../../parts/person-card.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { Page } from '../../shell/page.tsx';
import type { QuoteStepProps } from './premium-pages.tsx';
import { StandingLink, standingPayment } from './standing.tsx';
import { premiumSteps } from './titles.ts';
import { useForgetQuote } from './quote.ts';

/** Refusals after which the shown amount no longer holds. */
const staleCodes = new Set(['quote-expired', 'shown-amount-changed', 'insufficient', 'shortfall']);

export function ConfirmPage({ quote, base }: QuoteStepProps) {
  const [, navigate] = useLocation();
  const cashForShortfall = new URLSearchParams(useSearch()).get('rest') === 'cash';
  const forget = useForgetQuote();
  const pay = useAct('payPremium');
  if (quote.shortfallFen > 0 && !cashForShortfall) return <Redirect to={`${base}/pay`} replace />;
  const send = () => {
    if (pay.isPending) return;
    pay.mutate(
      { body: { quoteId: quote.quoteId, cashForShortfall } },
      {
        onSuccess: ({ paymentId }) => {
          navigate(`/premiums/${paymentId}`, { replace: true });
          forget(quote);
        },
      },
    );
  };
  const problem = pay.isError ? asProblem(pay.error) : null;
  const stale = problem !== null && staleCodes.has(problem.code);
  const standing = problem && standingPayment(problem);
  return (
    <Page
      title="确认缴费"
      progress={{ names: premiumSteps, index: 3 }}
      back={{ href: `${base}/pay`, text: '上一步：支付方式' }}
    >
      {problem && (
        <ProblemNotice acted problem={problem} onRetry={send}>
          {stale && (
            <p>
              <button
                type="button"
                className="button"
                onClick={() => {
                  navigate(base, { replace: true });
                  forget(quote);
                }}
              >
                重新查看金额
              </button>
            </p>
          )}
          {standing !== null && <StandingLink paymentId={standing} />}
        </ProblemNotice>
      )}
      <PersonCard person={quote.member} role="参保人（被共济人）" />
      <PersonCard person={quote.payer} role="付款人（授权人）" />
      <Facts
        items={[
          { name: '缴费项目', value: `${quote.coverageYear} 年度城乡居民医保费` },
          {
            name: '金额',
            value: (
              <>
                <span className="figures">{formatFen(quote.amountFen)}</span>
                <AssessedTag amountFrom={quote.amountFrom} />
              </>
            ),
            strong: true,
          },
          {
            name: '职工医保个人账户付',
            value: <span className="figures">{formatFen(quote.fromAccountFen)}</span>,
          },
          ...(quote.shortfallFen > 0
            ? [{ name: '现金补足', value: <span className="figures">{formatFen(quote.shortfallFen)}</span> }]
            : []),
          ...(quote.benefitsFrom ? [{ name: '待遇开始', value: dayWords(quote.benefitsFrom) }] : []),
        ]}
      />
      <p className="hint">点一次就好。即使网络断了再点，也不会重复扣钱。</p>
      <div className="actions">
        <Button main onPress={send} working={pay.isPending && '正在缴费，请稍候…'}>
          确认缴费 {formatFen(quote.amountFen)}
        </Button>
      </div>
    </Page>
  );
}
