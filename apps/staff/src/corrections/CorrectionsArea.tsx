// Corrections that wait for a second person, and those that were decided.
import type { Correction } from '@gongji/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { call } from '../api/call.ts';
import { asFailure } from '../api/failure.ts';
import { useAnswer } from '../api/queries.ts';
import { ReasonDialog } from '../reviews/ReasonDialog.tsx';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { Loading } from '../shared/Loading.tsx';
import { PageTitle } from '../shared/PageTitle.tsx';
import { formatInstant } from '../shared/time.ts';
import '../styles/accounts.css';
import '../styles/records.css';

const stateWords: Record<Correction['state'], string> = {
  proposed: '待另一人复核',
  approved: '已更正',
  refused: '没有同意',
};

export default function CorrectionsArea() {
  const answer = useAnswer('listCorrections');
  const [asked, setAsked] = useState<{ correction: Correction; outcome: 'approved' | 'refused' } | null>(
    null,
  );
  return (
    <div className="page records-page">
      <PageTitle>更正</PageTitle>
      <p className="quiet">
        更正由一人提出、另一人复核，原来的内容一直保留。要提出更正，请先在“档案查询”里打开档案。
      </p>
      {answer.isPending && <Loading what="正在读取更正" />}
      {answer.isError && (
        <FailureNotice failure={asFailure(answer.error)} onRetry={() => void answer.refetch()} />
      )}
      {answer.data?.items.length === 0 && <p>还没有更正。</p>}
      {answer.data && answer.data.items.length > 0 && (
        <ol className="card record-steps">
          {answer.data.items.map((correction) => (
            <li key={correction.correctionId}>
              <p>
                <span className={`state correction-${correction.state}`}>{stateWords[correction.state]}</span>{' '}
                <strong>
                  {correction.names.join('、')}：{correction.text}
                </strong>{' '}
                <Link href={`/records/${correction.record.kind}/${correction.record.id}`}>
                  打开档案<span className="visually-hidden">（{correction.names.join('、')}）</span>
                </Link>
              </p>
              <p>
                <del>{correction.before || '没有'}</del> → {correction.after}
              </p>
              <p>理由：{correction.reason}</p>
              <p className="quiet">
                {correction.proposedBy} 提出 · {formatInstant(correction.proposedAt)}
              </p>
              {correction.decision && (
                <p className="quiet">
                  {correction.decision.by} 复核：{correction.decision.reason} ·{' '}
                  {formatInstant(correction.decision.at)}
                  {correction.decision.journalId && ` · 凭证 ${correction.decision.journalId}`}
                </p>
              )}
              {correction.canDecide && (
                <div className="audit-actions">
                  <Button type="primary" onClick={() => setAsked({ correction, outcome: 'approved' })}>
                    同意更正
                  </Button>
                  <Button onClick={() => setAsked({ correction, outcome: 'refused' })}>不同意</Button>
                </div>
              )}
            </li>
          ))}
        </ol>
      )}
      {asked && (
        <ReasonDialog
          title={asked.outcome === 'approved' ? '同意更正' : '不同意更正'}
          text={`${asked.correction.names.join('、')}：${asked.correction.text}，${asked.correction.before || '没有'} → ${asked.correction.after}。请写明核对了什么。`}
          reasons={asked.outcome === 'approved' ? ['已核对原件', '已与本人核实'] : ['证据不足', '内容不对']}
          okText="确定"
          run={(reason, key) =>
            call('decideCorrection', {
              params: { correctionId: asked.correction.correctionId },
              ...{ body: { outcome: asked.outcome, reason }, key },
            })
          }
          onDone={() => undefined}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  );
}
