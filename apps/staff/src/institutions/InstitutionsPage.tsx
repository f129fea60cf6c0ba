// The designated institutions of the area, with the state of their access.
import type { InstitutionAccount } from '@gongji/contract';
import type { TableColumnsType } from 'antd';
import { Link } from 'wouter';
import { useAnswer } from '../api/queries.ts';
import { ListPage } from '../shared/ListPage.tsx';
import { institutionStateWords, kindText } from './institution.ts';

export function InstitutionsPage() {
  return (
    <ListPage
      title="定点机构"
      add={{ label: '登记机构', href: '/institutions/new' }}
      answer={useAnswer('listInstitutions')}
      loadingText="正在读取机构"
      fits={({ code, name }, search) => `${code}${name}`.includes(search)}
      searchHint="机构编码或名称"
      unit="家机构"
      emptyText="没有符合的机构。"
      rowKey="code"
      columns={columns}
    />
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
