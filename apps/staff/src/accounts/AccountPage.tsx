// One account: what it may do, what can be changed, and everything that was done to it.
import type { StaffAccountHistory } from '@gongji/contract';
import { roleWords } from '@gongji/contract/words';
import { Link } from 'wouter';
import { asFailure } from '../api/failure.ts';
import { useAnswer } from '../api/queries.ts';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { HistoryCard } from '../shared/HistoryCard.tsx';
import { Loading } from '../shared/Loading.tsx';
import { PageTitle } from '../shared/PageTitle.tsx';
import { accountStateWords, roleTasks } from './account.ts';
import { AccountChanges } from './AccountChanges.tsx';

export function AccountPage({ staffNo }: { staffNo: string }) {
  const answer = useAnswer('getStaffAccount', { staffNo });
  const known = useAnswer('listStaffAccounts');
  const failed = answer.isError ? answer : known.isError ? known : null;
  return (
    <div className="page account-page">
      <Link href="/accounts">返回列表</Link>
      {(answer.isPending || known.isPending) && <Loading what="正在打开账号" />}
      {failed && <FailureNotice failure={asFailure(failed.error)} onRetry={() => void failed.refetch()} />}
      {answer.data && known.data && (
        <>
          <Facts account={answer.data.account} />
          {answer.data.account.isOwn ? (
            <p className="card">这是您自己的账号。岗位和状态要由本地区的另一位管理员更改。</p>
          ) : (
            <AccountChanges
              key={answer.data.account.version}
              account={answer.data.account}
              known={known.data}
            />
          )}
          <HistoryCard history={answer.data.history} emptyText="账号由系统开通数据建立，之后没有变更。" />
        </>
      )}
    </div>
  );
}

function Facts({ account }: { account: StaffAccountHistory['account'] }) {
  return (
    <>
      <PageTitle name={account.name}>
        {account.name}{' '}
        <span className={`state account-${account.state}`}>{accountStateWords[account.state]}</span>
      </PageTitle>
      <dl className="facts card">
        <div>
          <dt>工号</dt>
          <dd>{account.staffNo}</dd>
        </div>
        <div>
          <dt>岗位</dt>
          <dd>
            {roleWords[account.role]} <span className="quiet">{roleTasks[account.role]}</span>
          </dd>
        </div>
        <div>
          <dt>统筹区</dt>
          <dd>{account.areaName}</dd>
        </div>
        {account.institution && (
          <div>
            <dt>所在机构</dt>
            <dd>{account.institution.name}</dd>
          </div>
        )}
      </dl>
    </>
  );
}
