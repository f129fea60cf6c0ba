// Step 4: it is settled; the slip, and on to the next patient.
import type { Settlement } from '@gongji/contract';
import { CheckCircleFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { CarefulButton } from '../shared/CarefulButton.tsx';
import { ExplanationTable } from '../shared/ExplanationTable.tsx';
import { formatFen } from '../shared/money.ts';
import { Slip } from './Slip.tsx';

interface DonePanelProps {
  settlement: Settlement;
  cashierName: string;
  isDemo: boolean;
  onNext: () => void;
}

export function DonePanel({ settlement, cashierName, isDemo, onNext }: DonePanelProps) {
  const { cashFen } = settlement.result;
  return (
    <section className="card" aria-labelledby="done-title">
      <div className="done-head" role="status">
        <CheckCircleFilled className="done-mark" />
        <h2 id="done-title">结算成功</h2>
        <strong className="done-cash">{cashFen > 0 ? `请收现金 ${formatFen(cashFen)}` : '不用收现金'}</strong>
      </div>
      <div className="settle">
        <CarefulButton type="primary" size="large" onClick={onNext}>
          下一位 <kbd>回车</kbd>
        </CarefulButton>
        <Button size="large" onClick={() => window.print()}>
          打印结算单
        </Button>
      </div>
      <div className="settlement-columns">
        <Slip settlement={settlement} cashierName={cashierName} isDemo={isDemo} />
        <ExplanationTable lines={settlement.result.lines} />
      </div>
    </section>
  );
}
