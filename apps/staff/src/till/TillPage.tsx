// The till: patient, bill, shown amounts, slip, on one page from left to right.
import { Steps } from 'antd';
import { failureIn } from '../api/failure.ts';
import { PageTitle } from '../shared/PageTitle.tsx';
import { BillForm } from './BillForm.tsx';
import { DonePanel } from './DonePanel.tsx';
import { FindPatient } from './FindPatient.tsx';
import { PatientCard } from './PatientCard.tsx';
import { QuotePanel } from './QuotePanel.tsx';
import { patientOf, stepNames, stepNumber } from './till-state.ts';
import { useTill } from './useTill.ts';

export function TillPage({ cashierName, isDemo }: { cashierName: string; isDemo: boolean }) {
  const { state, find, quote, settle, restart, changeBill } = useTill();
  const patient = patientOf(state);
  const isLocked = settle.isPending || (state.step === 'confirm' && state.isUnknown);
  return (
    <div className="page till-page">
      <div className="page-head">
        <PageTitle takesFocus={false}>收费窗口</PageTitle>
        <Steps
          className="till-steps"
          size="small"
          current={stepNumber[state.step]}
          items={stepNames.map((title) => ({ title }))}
        />
      </div>
      {patient && state.step !== 'done' && (
        <PatientCard patient={patient} onChange={isLocked ? null : restart} />
      )}
      <div className={state.step === 'done' ? 'till-columns till-columns-done' : 'till-columns'}>
        <div className="till-entry">
          {!patient && (
            <FindPatient
              isPending={find.isPending}
              failure={failureIn(find.error)}
              onFind={(credential) => find.mutate(credential)}
            />
          )}
          {patient && state.step !== 'done' && (
            <BillForm
              key={patient.personNo}
              patient={patient}
              isLocked={isLocked}
              isPending={quote.isPending}
              failure={failureIn(quote.error)}
              onChange={changeBill}
              onQuote={(body) => quote.mutate(body)}
            />
          )}
        </div>
        <div className="till-result">
          {state.step === 'confirm' && (
            <QuotePanel
              key={state.shown.quote.quoteId}
              shown={state.shown}
              changed={state.changed}
              isUnknown={state.isUnknown}
              isPending={settle.isPending}
              failure={failureIn(settle.error)}
              onSettle={() => settle.mutate(state.shown)}
            />
          )}
          {state.step === 'done' && (
            <DonePanel
              settlement={state.settlement}
              cashierName={cashierName}
              isDemo={isDemo}
              onNext={restart}
            />
          )}
          {(state.step === 'find' || state.step === 'bill') && <Waiting hasPatient={patient !== null} />}
        </div>
      </div>
    </div>
  );
}

function Waiting({ hasPatient }: { hasPatient: boolean }) {
  return (
    <section className="card till-waiting" aria-label="试算结果">
      <p>
        {hasPatient
          ? '录入费用后按“试算”，这里显示谁付多少、依据是什么。'
          : '先用参保人本人的电子凭证号或身份证号码找到参保人。'}
      </p>
      <p className="quiet">每一步按回车键继续。确认结算前不会动用任何人的钱。</p>
    </section>
  );
}
