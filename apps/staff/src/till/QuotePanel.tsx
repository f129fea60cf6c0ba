// Step 3: the amounts as the patient is shown them, explained line by line, and the button that settles.
import { Alert } from 'antd';
import { Link } from 'wouter';
import type { Failure } from '../api/failure.ts';
import { CarefulButton } from '../shared/CarefulButton.tsx';
import { ExplanationTable } from '../shared/ExplanationTable.tsx';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { formatFen } from '../shared/money.ts';
import { formatMinute } from '../shared/time.ts';
import { Figures } from './Figures.tsx';
import type { ShownQuote } from './till-state.ts';

interface QuotePanelProps {
  shown: ShownQuote;
  changed: Failure | null;
  isUnknown: boolean;
  isPending: boolean;
  failure: Failure | null;
  onSettle: () => void;
}

export function QuotePanel({ shown, changed, isUnknown, isPending, failure, onSettle }: QuotePanelProps) {
  const { result, validUntil } = shown.quote;
  const { policy } = result;
  return (
    <section className="card" aria-labelledby="quote-title">
      <div className="card-head">
        <h2 id="quote-title">
          试算结果 <span className="total">总费用 {formatFen(result.totalFen)}</span>
        </h2>
        <span className="quiet">金额保留到 {formatMinute(validUntil)}</span>
      </div>
      {changed && (
        <Alert
          type="warning"
          showIcon
          title={`${changed.message}已经重新试算，请按新的金额和参保人核对后再确认。`}
        />
      )}
      <Figures result={result} cashLabel="应收现金" />
      {isUnknown && !isPending ? (
        <Unknown />
      ) : (
        failure && failure.answered && <FailureNotice failure={failure} />
      )}
      <div className="settle">
        <CarefulButton type="primary" size="large" loading={isPending} onClick={onSettle}>
          {isUnknown ? '重试，问清结果' : '确认结算'} <kbd>回车</kbd>
        </CarefulButton>
        {!isUnknown && (
          <p className="quiet">
            {result.cashFen > 0
              ? `确认后扣账户、记基金，并向参保人收现金 ${formatFen(result.cashFen)}。`
              : '确认后扣账户、记基金，不用收现金。'}
          </p>
        )}
      </div>
      <ExplanationTable lines={result.lines} />
      <p className="quiet policy">
        依据政策 {policy.id}，版本 {policy.version}，校验码 {policy.hash.slice(0, 12)}
      </p>
    </section>
  );
}

function Unknown() {
  return (
    <Alert
      type="warning"
      showIcon
      title="这笔结算已经发出，但没有收到回答，不知道办成了没有。"
      description={
        <>
          请先不要收钱，也不要另录一笔。点“重试，问清结果”，用的是同一个编号，不会重复扣钱；也可以到
          <Link href="/till/settlements">结算记录</Link>里查看。
        </>
      }
    />
  );
}
