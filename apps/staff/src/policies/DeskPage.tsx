// What is in force on a day with its sources, what should be checked again, drafts, and the versions that were published.
import type { PolicyDesk, StaffMark } from '@gongji/contract';
import { mayDo } from '@gongji/contract/rights';
import { Link, useLocation } from 'wouter';
import { asFailure } from '../api/failure.ts';
import { useAnswer } from '../api/queries.ts';
import { DataTable } from '../finance/DataTable.tsx';
import { PeriodField } from '../finance/PeriodField.tsx';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { Loading } from '../shared/Loading.tsx';
import { PageTitle } from '../shared/PageTitle.tsx';
import { formatInstant } from '../shared/time.ts';
import { FiguresInForce } from './FiguresInForce.tsx';
import { NewDraftForm } from './NewDraftForm.tsx';
import { SourceNote } from './SourceNote.tsx';
import { draftStateWords } from './words.ts';

export function DeskPage({ date, role }: { date: string; role: StaffMark['role'] }) {
  const answer = useAnswer('getPolicyDesk', { date });
  const [, navigate] = useLocation();
  const desk = answer.data;
  return (
    <div className="page finance policies">
      <div className="page-head">
        <PageTitle>{desk ? `${desk.areaName}的政策` : '政策'}</PageTitle>
        <PeriodField
          label="看哪一天的政策"
          type="date"
          value={date}
          onChange={(day) => navigate(`/policies/${day}`)}
        />
      </div>
      {answer.isPending && <Loading what="正在读取政策" />}
      {answer.isError && (
        <FailureNotice failure={asFailure(answer.error)} onRetry={() => void answer.refetch()} />
      )}
      {desk && (
        <>
          <Drafts desk={desk} />
          {mayDo(role, 'policy.draft') && <NewDraftForm />}
          <Stale desk={desk} />
          <FiguresInForce desk={desk} />
          <Versions desk={desk} />
        </>
      )}
    </div>
  );
}

function Drafts({ desk: { drafts } }: { desk: PolicyDesk }) {
  const open = drafts.filter(({ state }) => state !== 'published' && state !== 'withdrawn');
  return (
    <section className="card" aria-labelledby="drafts-title">
      <h2 id="drafts-title">草稿</h2>
      <DataTable
        caption="没有公布的草稿"
        isTitled
        rows={open}
        rowKey={({ draftId }) => draftId}
        empty="现在没有草稿。"
        columns={[
          {
            title: '名称',
            cell: ({ draftId, title }) => <Link href={`/policies/drafts/${draftId}`}>{title}</Link>,
          },
          { title: '状态', cell: ({ state }) => draftStateWords[state] },
          { title: '生效日期', cell: ({ effectiveFrom }) => effectiveFrom ?? '提交时填写' },
          { title: '最后修改', cell: ({ changedAt }) => formatInstant(changedAt) },
        ]}
      />
    </section>
  );
}

function Stale({ desk: { stale } }: { desk: PolicyDesk }) {
  return (
    <section className="card" aria-labelledby="stale-title">
      <h2 id="stale-title">半年以上没有核对的依据</h2>
      <DataTable
        caption="半年以上没有核对的依据"
        isTitled
        rows={stale}
        rowKey={({ source }) => JSON.stringify(source)}
        empty="有效的数字都在半年内和出处核对过。"
        columns={[
          { title: '出处', cell: ({ source }) => <SourceNote source={source} /> },
          { title: '距今', cell: ({ days }) => `${days} 天`, isNumber: true },
          { title: '用到的数字', cell: ({ figures }) => `${figures} 个`, isNumber: true },
        ]}
      />
    </section>
  );
}

function Versions({ desk: { versions } }: { desk: PolicyDesk }) {
  return (
    <section className="card" aria-labelledby="versions-title">
      <h2 id="versions-title">在这里公布过的版本</h2>
      <DataTable
        caption="公布过的版本，公布以后不能修改"
        rows={versions}
        rowKey={({ draftId }) => draftId}
        empty="还没有在这里公布过版本，有效的是随系统安装的政策文件。"
        columns={[
          {
            title: '版本',
            cell: ({ version, title, draftId }) => (
              <Link href={`/policies/drafts/${draftId}`}>
                {version} {title}
              </Link>
            ),
          },
          { title: '自哪天起有效', cell: ({ effectiveFrom }) => effectiveFrom },
          { title: '批准', cell: ({ approvedBy }) => approvedBy },
          {
            title: '公布',
            cell: ({ publishedBy, publishedAt }) => `${publishedBy} ${formatInstant(publishedAt)}`,
          },
          { title: '内容指纹', cell: ({ contentHash }) => <code>{contentHash.slice(0, 12)}</code> },
        ]}
      />
    </section>
  );
}
