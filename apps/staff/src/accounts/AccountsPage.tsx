// The accounts of the area: who may work in which post.
import type { StaffAccount } from '@gongji/contract';
import { roleWords } from '@gongji/contract/words';
import { Button, Input, Table } from 'antd';
import type { TableColumnsType } from 'antd';
import { useId, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { asFailure } from '../api/failure.ts';
import { useAnswer } from '../api/queries.ts';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { Loading } from '../shared/Loading.tsx';
import { PageTitle } from '../shared/PageTitle.tsx';
import { accountStateWords, fitsSearch } from './account.ts';

export function AccountsPage() {
  const answer = useAnswer('listStaffAccounts');
  const [, navigate] = useLocation();
  const [search, setSearch] = useState('');
  const searchId = useId();
  const items = answer.data?.items.filter((account) => fitsSearch(account, search)) ?? [];
  return (
    <div className="page">
      <div className="page-head">
        <PageTitle>工作人员</PageTitle>
        <div className="page-actions">
          <Button type="primary" onClick={() => navigate('/accounts/new')}>
            开通账号
          </Button>
        </div>
      </div>
      {answer.isPending && <Loading what="正在读取账号" />}
      {answer.isError && (
        <FailureNotice failure={asFailure(answer.error)} onRetry={() => void answer.refetch()} />
      )}
      {answer.data && (
        <div className="card">
          <div className="accounts-search">
            <label htmlFor={searchId}>查找</label>
            <Input
              id={searchId}
              value={search}
              allowClear
              placeholder="工号、姓名、岗位或机构"
              onChange={(event) => setSearch(event.target.value)}
            />
            <span className="quiet" role="status">
              共 {items.length} 个账号
            </span>
          </div>
          <Table
            rowKey="staffNo"
            columns={columns}
            dataSource={items}
            locale={{ emptyText: '没有符合的账号。' }}
            pagination={items.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
            scroll={{ x: 720 }}
          />
        </div>
      )}
    </div>
  );
}

const columns: TableColumnsType<StaffAccount> = [
  {
    title: '姓名',
    key: 'name',
    render: (_, account) => (
      <Link href={`/accounts/${account.staffNo}`} className="row-link">
        {account.name}
        {account.isOwn && <span className="quiet">（本人）</span>}
      </Link>
    ),
  },
  { title: '工号', key: 'number', render: (_, account) => account.staffNo },
  { title: '岗位', key: 'role', render: (_, account) => roleWords[account.role] },
  {
    title: '所在机构',
    key: 'institution',
    render: (_, account) => account.institution?.name ?? '医保经办机构',
  },
  {
    title: '状态',
    key: 'state',
    render: (_, account) => (
      <span className={`state account-${account.state}`}>{accountStateWords[account.state]}</span>
    ),
  },
];
