// One settlement: its slip, its explanation, and the way to give the money back.
import type { Settlement } from '@gongji/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { asFailure } from '../api/failure.ts';
import { useAnswer } from '../api/queries.ts';
import { ExplanationTable } from '../shared/ExplanationTable.tsx';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { Loading } from '../shared/Loading.tsx';
import { PageTitle } from '../shared/PageTitle.tsx';
import { ReversedNotice } from './ReversedNotice.tsx';
import { ReversalDialog } from './ReversalDialog.tsx';
import { Slip } from './Slip.tsx';

interface SettlementPageProps {
  settlementId: string;
  cashierName: string;
  isDemo: boolean;
}

export function SettlementPage({ settlementId, cashierName, isDemo }: SettlementPageProps) {
  const answer = useAnswer('getSettlement', { settlementId });
  const [isReversing, setIsReversing] = useState(false);
  const [reversed, setReversed] = useState<Settlement | null>(null);
  const settlement = answer.data;
  return (
    <div className="page">
      <Link href="/till/settlements">返回结算记录</Link>
      <div className="page-head">
        <PageTitle>结算单</PageTitle>
        {settlement && (
          <div className="page-actions">
            {settlement.state === 'settled' && (
              <Button danger onClick={() => setIsReversing(true)}>
                退费
              </Button>
            )}
            <Button type="primary" onClick={() => window.print()}>
              打印结算单
            </Button>
          </div>
        )}
      </div>
      <ReversedNotice settlement={reversed} />
      {answer.isPending && <Loading what="正在读取结算单" />}
      {answer.isError && (
        <FailureNotice failure={asFailure(answer.error)} onRetry={() => void answer.refetch()} />
      )}
      {settlement && (
        <div className="settlement-columns">
          <div className="card">
            <Slip settlement={settlement} cashierName={cashierName} isDemo={isDemo} />
          </div>
          <section className="card" aria-label="费用说明">
            <ExplanationTable lines={settlement.result.lines} />
          </section>
        </div>
      )}
      {settlement && isReversing && (
        <ReversalDialog
          settlement={settlement}
          onClose={() => setIsReversing(false)}
          onReversed={setReversed}
        />
      )}
    </div>
  );
}
