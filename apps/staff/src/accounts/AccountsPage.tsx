// The accounts of the area: who may work in which post.
import type { StaffAccount } from '@gongji/contract';
import { roleWords } from '@gongji/contract/words';
import type { TableColumnsType } from 'antd';
import { Link } from 'wouter';
import { useAnswer } from '../api/queries.ts';
import { ListPage } from '../shared/ListPage.tsx';
import { accountStateWords, fitsSearch } from './account.ts';

export function AccountsPage() {
  return (
    <ListPage
      title="工作人员"
      add={{ label: '开通账号', href: '/accounts/new' }}
      answer={useAnswer('listStaffAccounts')}
      loadingText="正在读取账号"
      fits={fitsSearch}
      searchHint="工号、姓名、岗位或机构"
      unit="个账号"
      emptyText="没有符合的账号。"
      rowKey="staffNo"
      columns={columns}
    />
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
