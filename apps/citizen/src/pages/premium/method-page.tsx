// Step 3: the way of paying; when the balance is short, cash for the rest or stop with nothing taken.
import { useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import { formatFen } from '../../lib/money.ts';
import { AssessedTag } from '../../parts/assessed-tag.tsx';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { ErrorSummary } from '../../parts/error-summary.tsx';
import { PersonCard } from '../../parts/person-card.tsx';
import { Page } from '../../shell/page.tsx';
import type { QuoteStepProps } from './premium-pages.tsx';
import { premiumSteps } from './titles.ts';

type Rest = 'cash' | 'stop';

export function MethodPage({ quote, base }: QuoteStepProps) {
  const [, navigate] = useLocation();
  const [method, setMethod] = useState<'account' | null>(null);
  const [rest, setRest] = useState<Rest | null>(null);
  const [attempt, setAttempt] = useState(0);
  const short = quote.shortfallFen > 0;
  const found: Partial<Record<'method' | 'rest', string>> = {};
  if (method === null) found.method = '请选择支付方式。';
  if (short && rest === null) found.rest = '余额不够，请选择差额怎么办。';
  const problems = attempt > 0 ? found : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (Object.keys(found).length > 0) setAttempt(attempt + 1);
    else if (rest === 'stop') navigate('/');
    else navigate(short ? `${base}/confirm?rest=cash` : `${base}/confirm`);
  };
  return (
    <Page
      title="选择支付方式"
      progress={{ names: premiumSteps, index: 2 }}
      back={{ href: base, text: '上一步：缴费金额' }}
    >
      <ErrorSummary problems={problems} attempt={attempt} />
      <PersonCard person={quote.member} role="参保人（被共济人）" />
      <p className="sum-line">
        {quote.coverageYear} 年度应缴 <strong className="figures">{formatFen(quote.amountFen)}</strong>{' '}
        <AssessedTag amountFrom={quote.amountFrom} />
      </p>
      <form onSubmit={submit} noValidate>
        <Choice
          id="method"
          label="支付方式"
          value={method}
          onChange={setMethod}
          error={problems.method}
          options={[
            {
              value: 'account',
              text: '职工医保个人账户',
              note: `可共济余额 ${formatFen(quote.shareableFen)}，这次付 ${formatFen(quote.fromAccountFen)}`,
            },
          ]}
        />
        {short && (
          <Choice
            id="rest"
            label={`还差 ${formatFen(quote.shortfallFen)}，怎么办？`}
            value={rest}
            onChange={setRest}
            error={problems.rest}
            options={[
              {
                value: 'cash',
                text: '差额用现金补足',
                note: `确认后到支付页面付 ${formatFen(quote.shortfallFen)}`,
              },
              { value: 'stop', text: '先不缴了', note: '不扣一分钱，回到首页' },
            ]}
          />
        )}
        <div className="actions">
          <Button main submit>
            {rest === 'stop' ? '回到首页' : '下一步：确认'}
          </Button>
        </div>
      </form>
    </Page>
  );
}
