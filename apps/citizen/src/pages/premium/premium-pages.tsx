// 城乡居民(个人共济账户)缴费: person, amount, way of paying, confirmation, one page each.
import { Redirect, useParams } from 'wouter';
import { useAnswer } from '../../api/hooks.ts';
import { asProblem } from '../../api/problem.ts';
import { Asked } from '../../parts/asked.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { Page } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/signed-in.tsx';
import { AmountPage } from './amount-page.tsx';
import { ConfirmPage } from './confirm-page.tsx';
import { MethodPage } from './method-page.tsx';
import { PersonPage } from './person-page.tsx';
import { useQuote, type Quote } from './quote.ts';
import { StandingLink, standingPayment } from './standing.tsx';
import { YearPage } from './year-page.tsx';

export interface QuoteStepProps {
  quote: Quote;
  /** Address of this person's and year's amount page. */
  base: string;
}

const steps = { amount: AmountPage, pay: MethodPage, confirm: ConfirmPage };
const isStep = (text: string): text is keyof typeof steps => text in steps;

function QuoteStep({
  personNo,
  coverageYear,
  step,
}: {
  personNo: string;
  coverageYear: number;
  step: string;
}) {
  const quote = useQuote(personNo, coverageYear, true);
  const base = `/premium/${encodeURIComponent(personNo)}/${coverageYear}`;
  const standing = quote.isError ? standingPayment(asProblem(quote.error)) : null;
  if (!isStep(step)) return <Redirect to={base} replace />;
  const StepPage = steps[step];
  if (quote.data) return <StepPage key={step} quote={quote.data} base={base} />;
  return (
    <Page title="缴费金额" back={{ href: '/premium', text: '重新选人' }}>
      {standing === null ? (
        <Asked query={quote} waiting="正在计算应缴金额…">
          {() => null}
        </Asked>
      ) : (
        <ProblemNotice problem={quote.error}>
          <StandingLink paymentId={standing} />
        </ProblemNotice>
      )}
    </Page>
  );
}

function Choosing({ personNo, area }: { personNo: string | undefined; area: string }) {
  const choices = useAnswer('listPremiumChoices');
  const chosen = choices.data?.people.find(({ person }) => person.personNo === personNo);
  if (chosen) return <YearPage choice={chosen} />;
  if (personNo && choices.data) return <Redirect to="/premium" replace />;
  return <PersonPage choices={choices} area={area} />;
}

function Steps({ area }: { area: string }) {
  const { personNo, coverageYear, step } = useParams<{
    personNo?: string;
    coverageYear?: string;
    step?: string;
  }>();
  const year = Number(coverageYear);
  if (personNo && coverageYear && Number.isInteger(year)) {
    return <QuoteStep personNo={personNo} coverageYear={year} step={step ?? 'amount'} />;
  }
  return <Choosing personNo={personNo} area={area} />;
}

export default function PremiumPages() {
  return <SignedIn>{(person) => <Steps area={person.area} />}</SignedIn>;
}
