// The check of chains, seals and books: begun by the auditor, watched while it runs.
import type { AuditVerification } from '@gongji/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { call } from '../api/call.ts';
import { asFailure, failureIn } from '../api/failure.ts';
import { noticeExpiry, queryClient } from '../api/queries.ts';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { Loading } from '../shared/Loading.tsx';
import { PageTitle } from '../shared/PageTitle.tsx';
import { formatInstant } from '../shared/time.ts';

const askEveryMs = 1_000;
const queryKey = ['getAuditVerification'];

export function VerificationPage() {
  const answer = useQuery({
    queryKey,
    queryFn: () => call('getAuditVerification'),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? askEveryMs : false),
  });
  const start = useMutation({
    mutationFn: () => call('startAuditVerification'),
    onSuccess: (now) => queryClient.setQueryData(queryKey, now),
    onError: noticeExpiry,
  });
  const failure = answer.isError ? asFailure(answer.error) : failureIn(start.error);
  const now = answer.data;
  return (
    <div className="page records-page">
      <PageTitle>核验记录</PageTitle>
      <section className="card verification" aria-labelledby="check-title">
        <h2 id="check-title">记录和账簿是否和写入时一样</h2>
        <p>
          重新计算本统筹区每一条办理和决定的哈希链、每一次封存，以及账簿的余额、明细和哈希链。核验时业务照常办理。
        </p>
        <Button
          type="primary"
          loading={start.isPending || now?.state === 'running'}
          onClick={() => start.mutate()}
        >
          开始核验
        </Button>
        {failure && <FailureNotice failure={failure} onRetry={() => void answer.refetch()} />}
        {answer.isPending && <Loading what="正在读取" />}
        {now && <Outcome now={now} />}
      </section>
      {now && <Seals seals={now.seals} />}
    </div>
  );
}

function Outcome({ now }: { now: AuditVerification }) {
  const read = `办理和决定 ${now.records} 条，账簿 ${now.batches} 批`;
  return (
    <>
      <div role="status">
        {now.state === 'none' && <p className="quiet">服务启动以来还没有核验过。</p>}
        {now.state === 'running' && <p>正在核验：{read}……</p>}
        {now.state === 'failed' && <p className="notice notice-warning">核验没有完成，请再试一次。</p>}
        {now.state === 'done' && now.problems.length === 0 && (
          <p className="notice">全部一致。核对了{read}。</p>
        )}
        {now.state === 'done' && now.problems.length > 0 && (
          <p className="notice notice-warning">发现 {now.problems.length} 处不一致。请立即报告并保留现场。</p>
        )}
      </div>
      {now.endedAt && <p className="quiet">{formatInstant(now.endedAt)} 完成</p>}
      {now.problems.length > 0 && (
        <ul className="record-steps">
          {now.problems.map(({ where, text }) => (
            <li key={`${where}-${text}`}>
              <strong>{text}</strong> <code className="breakable">{where}</code>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Seals({ seals }: Pick<AuditVerification, 'seals'>) {
  return (
    <section className="card verification" aria-labelledby="seals-title">
      <h2 id="seals-title">封存</h2>
      {seals.lastRoot === null || seals.lastAt === null ? (
        <p className="quiet">还没有封存过。系统每十分钟把新写入的记录封存一次。</p>
      ) : (
        <>
          <p>
            共封存 {seals.count} 次，最近一次 {formatInstant(seals.lastAt)}。
          </p>
          <p>最近一次的校验值。抄存在系统以外，以后可以证明之前的记录没有被换掉：</p>
          <code className="root">{seals.lastRoot}</code>
        </>
      )}
    </section>
  );
}
