// One record: how it stands, what belongs to it, what was done with it, and who looked at it.
import type { RecordView, StaffRole } from '@gongji/contract';
import { mayDo } from '@gongji/contract/rights';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { call } from '../api/call.ts';
import { asFailure } from '../api/failure.ts';
import { useAnswer } from '../api/queries.ts';
import { ReasonDialog } from '../reviews/ReasonDialog.tsx';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { Loading } from '../shared/Loading.tsx';
import { formatFen } from '../shared/money.ts';
import { PageTitle } from '../shared/PageTitle.tsx';
import { AccountOnRecord } from './AccountOnRecord.tsx';
import { CorrectionForm } from './CorrectionForm.tsx';
import { History } from './History.tsx';
import { RecordLinks } from './RecordLinks.tsx';
import { Sights } from './Sights.tsx';

const kindWords: Record<RecordView['kind'], string> = {
  person: '参保人',
  relation: '共济关系',
  application: '绑定申请',
  premium: '居民医保缴费',
  settlement: '医药费用结算',
};

export function RecordPage({ kind, id, role }: { kind: string; id: string; role: StaffRole }) {
  const answer = useAnswer('getRecord', { kind, id });
  return (
    <div className="page records-page">
      <Link href="/records">返回查询</Link>
      {answer.isPending && <Loading what="正在打开档案" />}
      {answer.isError && (
        <FailureNotice failure={asFailure(answer.error)} onRetry={() => void answer.refetch()} />
      )}
      {answer.data && <Found record={answer.data} mayCorrect={mayDo(role, 'correction.propose')} />}
    </div>
  );
}

function Found({ record, mayCorrect }: { record: RecordView; mayCorrect: boolean }) {
  const { kind, title, state, facts, money, account, related, history, sights } = record;
  return (
    <>
      <PageTitle name={title}>
        <span className="quiet">{kindWords[kind]}</span> {title} <span className="state">{state}</span>
      </PageTitle>
      <div className="record-columns">
        <section className="card" aria-labelledby="facts-title">
          <h2 id="facts-title">基本情况</h2>
          <dl className="facts">
            {facts.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
            {money.map(({ label, fen }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{formatFen(fen)}</dd>
              </div>
            ))}
          </dl>
          {kind === 'person' && <FullNumbers personNo={record.id} />}
        </section>
        {related.length > 0 && (
          <section className="card" aria-labelledby="related-title">
            <h2 id="related-title">有关的档案</h2>
            <RecordLinks marks={related} />
          </section>
        )}
      </div>
      {account && <AccountOnRecord account={account} />}
      {mayCorrect && (kind === 'person' || kind === 'relation') && (
        <CorrectionForm kind={kind} id={record.id} />
      )}
      <History steps={history} />
      <Sights sights={sights} />
    </>
  );
}

const usualReasons = ['与本人出示的证件核对', '来电来访核实身份', '稽核核对'];

function FullNumbers({ personNo }: { personNo: string }) {
  const [isAsking, setIsAsking] = useState(false);
  const [shown, setShown] = useState<{ idNumber: string; phone: string } | null>(null);
  if (shown)
    return (
      <p role="status" className="record-numbers">
        证件号码 <strong>{shown.idNumber}</strong>
        {shown.phone && (
          <>
            ，手机号 <strong>{shown.phone}</strong>
          </>
        )}
      </p>
    );
  return (
    <>
      <Button className="record-numbers" onClick={() => setIsAsking(true)}>
        查看完整证件号和手机号
      </Button>
      {isAsking && (
        <ReasonDialog
          title="查看完整证件号和手机号"
          text="请选择或写明理由。查看人、时间和理由都会留下记录，可被稽核。"
          reasons={usualReasons}
          okText="查看"
          run={(reason) => call('revealPerson', { params: { personNo }, body: { reason } })}
          onDone={setShown}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  );
}
