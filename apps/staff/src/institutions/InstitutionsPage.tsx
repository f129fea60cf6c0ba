// The designated institutions of the area, with the state of their access.
import type { InstitutionAccount } from '@gongji/contract';
import { Button, Input, Table } from 'antd';
import type { TableColumnsType } from 'antd';
import { useId, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { asFailure } from '../api/failure.ts';
import { useAnswer } from '../api/queries.ts';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { Loading } from '../shared/Loading.tsx';
import { PageTitle } from '../shared/PageTitle.tsx';
import { institutionStateWords, kindText } from './institution.ts';

export function InstitutionsPage() {
  const answer = useAnswer('listInstitutions');
  const [, navigate] = useLocation();
  const [search, setSearch] = useState('');
  const searchId = useId();
  const items = answer.data?.items.filter(({ code, name }) => `${code}${name}`.includes(search.trim())) ?? [];
  return (
    <div className="page">
      <div className="page-head">
        <PageTitle>定点机构</PageTitle>
        <div className="page-actions">
          <Button type="primary" onClick={() => navigate('/institutions/new')}>
            登记机构
          </Button>
        </div>
      </div>
      {answer.isPending && <Loading what="正在读取机构" />}
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
              placeholder="机构编码或名称"
              onChange={(event) => setSearch(event.target.value)}
            />
            <span className="quiet" role="status">
              共 {items.length} 家机构
            </span>
          </div>
          <Table
            rowKey="code"
            columns={columns}
            dataSource={items}
            locale={{ emptyText: '没有符合的机构。' }}
            pagination={items.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
            scroll={{ x: 720 }}
          />
        </div>
      )}
    </div>
  );
}

const columns: TableColumnsType<InstitutionAccount> = [
  {
    title: '名称',
    key: 'name',
    render: (_, institution) => (
      <Link href={`/institutions/${institution.code}`} className="row-link">
        {institution.name}
      </Link>
    ),
  },
  { title: '编码', key: 'code', render: (_, { code }) => code },
  { title: '类别', key: 'kind', render: (_, institution) => kindText(institution) },
  {
    title: '访问密钥',
    key: 'keys',
    render: (_, { keys }) => (keys.length === 0 ? '没有' : keys.length === 1 ? '1 个' : '2 个，正在更换'),
  },
  {
    title: '接入状态',
    key: 'state',
    render: (_, { state }) => (
      <span className={`state institution-${state}`}>{institutionStateWords[state]}</span>
    ),
  },
];
