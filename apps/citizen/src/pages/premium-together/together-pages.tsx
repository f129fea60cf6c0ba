// 一次给几位家人缴费: who, the amounts, the confirmation; one page each.
import { Redirect, useParams, useSearch } from 'wouter';
import { readChosen } from '../../lib/chosen.ts';
import { Asked } from '../../parts/asked.tsx';
import { Page } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/signed-in.tsx';
import { AmountsPage } from './amounts-page.tsx';
import { ChoosePage } from './choose-page.tsx';
import { ConfirmPage } from './confirm-page.tsx';
import { useOrderQuote } from './order-quote.ts';

function Steps({ step }: { step: string | undefined }) {
  const search = new URLSearchParams(useSearch());
  const chosen = readChosen(search.get('who'));
  const quote = useOrderQuote(step === undefined ? [] : chosen);
  if (step === undefined) return <ChoosePage before={chosen} />;
  if (chosen.length === 0 || (step !== 'amounts' && step !== 'confirm'))
    return <Redirect to="/premium-together" replace />;
  if (!quote.data) {
    return (
      <Page title="核对金额" back={{ href: '/premium-together', text: '重新选人' }}>
        <Asked query={quote} waiting="正在计算每位家人的应缴金额…">
          {() => null}
        </Asked>
      </Page>
    );
  }
  return step === 'amounts' ? (
    <AmountsPage quote={quote.data} chosen={chosen} />
  ) : (
    <ConfirmPage quote={quote.data} chosen={chosen} cashForShortfall={search.get('rest') === 'cash'} />
  );
}

export default function TogetherPages() {
  const { step } = useParams<{ step?: string }>();
  return <SignedIn>{() => <Steps step={step} />}</SignedIn>;
}
