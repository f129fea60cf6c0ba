// Step 3: the last look at every person, then all of it with one press; a refusal takes nothing and names the person.
import { Redirect, useLocation } from 'wouter';
import { useAct } from '../../api/hooks.ts';
import { asProblem } from '../../api/problem.ts';
import { type Chosen, writeChosen } from '../../lib/chosen.ts';
import { dayWords } from '../../lib/date.ts';
import { formatFen } from '../../lib/money.ts';
import { AssessedTag } from '../../parts/assessed-tag.tsx';
import { Button } from '../../parts/button.tsx';
import { Facts } from '../../parts/facts.tsx';
import { PersonCard } from '../../parts/person-card.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { Page } from '../../shell/page.tsx';
import { useForgetOrderQuote, type OrderQuote } from './order-quote.ts';
import { togetherSteps } from './titles.ts';

interface ConfirmProps {
  quote: OrderQuote;
  chosen: Chosen[];
  cashForShortfall: boolean;
}

const figures = (fen: number) => <span className="figures">{formatFen(fen)}</span>;

export function ConfirmPage({ quote, chosen, cashForShortfall }: ConfirmProps) {
  const [, navigate] = useLocation();
  const forget = useForgetOrderQuote();
  const pay = useAct('payPremiumOrder');
  const { quotes } = quote;
  const [first] = quotes;
  const back = (who: readonly Chosen[]) => `/premium-together/amounts?who=${writeChosen(who)}`;
  if (!first || (quote.shortfallFen > 0 && !cashForShortfall)) return <Redirect to={back(chosen)} replace />;
  const send = () => {
    if (pay.isPending) return;
    pay.mutate(
      { body: { quoteIds: quotes.map(({ quoteId }) => quoteId), cashForShortfall } },
      {
        onSuccess: ({ orderId }) => {
          navigate(`/premium-orders/${orderId}`, { replace: true });
          forget();
        },
      },
    );
  };
  const anew = (who: readonly Chosen[]) => {
    navigate(who.length > 0 ? back(who) : '/premium-together', { replace: true });
    forget();
  };
  const problem = pay.isError ? asProblem(pay.error) : null;
  const { memberPersonNo: stopper, name } = problem?.details ?? {};
  return (
    <Page
      title="确认缴费"
      progress={{ names: togetherSteps, index: 2 }}
      back={{ href: back(chosen), text: '上一步：核对金额' }}
    >
      {problem && (
        <ProblemNotice acted problem={problem} onRetry={send}>
          {problem.kind === 'refused' && (
            <div className="actions">
              <Button onPress={() => anew(chosen)}>重新查看金额</Button>
              {typeof stopper === 'string' && quotes.length > 1 && (
                <Button onPress={() => anew(chosen.filter((one) => one.memberPersonNo !== stopper))}>
                  {`去掉${String(name)}，只给其他人缴`}
                </Button>
              )}
            </div>
          )}
        </ProblemNotice>
      )}
      <PersonCard person={first.payer} role="付款人（授权人）" />
      <ul className="plain-cards">
        {quotes.map((one) => (
          <li key={one.quoteId}>
            <PersonCard person={one.member} role="参保人（被共济人）" />
            <Facts
              items={[
                { name: '缴费项目', value: `${one.coverageYear} 年度城乡居民医保费` },
                {
                  name: '金额',
                  value: (
                    <>
                      {figures(one.amountFen)}
                      <AssessedTag amountFrom={one.amountFrom} />
                    </>
                  ),
                  strong: true,
                },
                ...(one.shortfallFen > 0
                  ? [
                      { name: '职工医保个人账户付', value: figures(one.fromAccountFen) },
                      { name: '现金补足', value: figures(one.shortfallFen) },
                    ]
                  : []),
                ...(one.benefitsFrom ? [{ name: '待遇开始', value: dayWords(one.benefitsFrom) }] : []),
              ]}
            />
          </li>
        ))}
      </ul>
      <Facts
        items={[
          { name: `${quotes.length} 位合计`, value: figures(quote.totalFen), strong: true },
          { name: '职工医保个人账户付', value: figures(quote.fromAccountFen) },
          ...(quote.shortfallFen > 0 ? [{ name: '现金补足', value: figures(quote.shortfallFen) }] : []),
        ]}
      />
      <p className="hint">点一次就好。即使网络断了再点，也不会重复扣钱。有一位不能缴时，整单都不扣钱。</p>
      <div className="actions">
        <Button main onPress={send} working={pay.isPending && '正在缴费，请稍候…'}>
          确认给 {quotes.length} 位缴费 {formatFen(quote.totalFen)}
        </Button>
      </div>
    </Page>
  );
}
