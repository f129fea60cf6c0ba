// The queue of applications: waiting for us, waiting for the citizen, decided.
import type { ReviewSummary } from '@gongji/contract';
import { Button, Table, Tabs } from 'antd';
import type { TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { Link, useLocation } from 'wouter';
import { asFailure } from '../api/failure.ts';
import { useAnswer } from '../api/queries.ts';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { Loading } from '../shared/Loading.tsx';
import { PageTitle } from '../shared/PageTitle.tsx';
import { formatAge, formatInstant } from '../shared/time.ts';
import { useShortcuts } from '../shared/useShortcuts.ts';
import { relationWords } from '@gongji/contract/words';
import { stateWords } from '../shared/words.ts';
import { CheckCounts } from './CheckCounts.tsx';
import { sortQueue } from './queue.ts';
import { ShortcutHelp } from './ShortcutHelp.tsx';

export function QueuePage({ today }: { today: string }) {
  const answer = useAnswer('listReviews');
  const queue = useMemo(() => answer.data && sortQueue(answer.data), [answer.data]);
  const [, navigate] = useLocation();
  const first = queue?.waiting[0];
  const openFirst = () => first && navigate(`/reviews/${first.applicationId}`);
  useShortcuts({ j: () => moveRow(1), k: () => moveRow(-1), n: openFirst });
  return (
    <div className="page">
      <div className="page-head">
        <PageTitle>绑定审核</PageTitle>
        <div className="page-actions">
          <ShortcutHelp />
          <Button type="primary" disabled={!first} onClick={openFirst}>
            从最早一件开始 <kbd>N</kbd>
          </Button>
        </div>
      </div>
      {answer.isError && (
        <FailureNotice failure={asFailure(answer.error)} onRetry={() => void answer.refetch()} />
      )}
      {answer.isPending && <Loading what="正在读取待办" />}
      {queue && (
        <div className="card">
          <Tabs
            items={[
              tab('waiting', '待审核', queue.waiting, today, '没有待审核的申请。'),
              tab('citizen', '待补充材料', queue.waitingForCitizen, today, '没有等待参保人补充材料的申请。'),
              tab('decided', '已办结', queue.decided, today, '还没有办结的申请。'),
            ]}
          />
        </div>
      )}
    </div>
  );
}

function tab(key: string, label: string, items: ReviewSummary[], today: string, emptyText: string) {
  return {
    key,
    label: (
      <>
        {label} <span className="count">{items.length}</span>
      </>
    ),
    children: (
      <Table
        rowKey="applicationId"
        columns={[...columns, key === 'decided' ? stateColumn : ageColumn(today)]}
        dataSource={items}
        locale={{ emptyText }}
        pagination={items.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        scroll={{ x: 720 }}
      />
    ),
  };
}

const stateColumn: TableColumnsType<ReviewSummary>[number] = {
  title: '结果',
  key: 'state',
  render: (_, item) => stateWords[item.state],
};

const ageColumn = (today: string): TableColumnsType<ReviewSummary>[number] => ({
  title: '已等待',
  key: 'age',
  render: (_, item) => formatAge(item.submittedAt, today),
});

const columns: TableColumnsType<ReviewSummary> = [
  {
    title: '使用人（被共济人）',
    key: 'member',
    render: (_, item) => (
      <Link href={`/reviews/${item.applicationId}`} className="row-link" data-row-link>
        {item.memberName}
      </Link>
    ),
  },
  { title: '授权人（共济人）', key: 'giver', render: (_, item) => item.giverName },
  { title: '使用人是授权人的', key: 'relation', render: (_, item) => relationWords[item.relation] },
  {
    title: '自动核验',
    key: 'checks',
    render: (_, item) => <CheckCounts unsure={item.unsureChecks} />,
  },
  { title: '提交时间', key: 'submitted', render: (_, item) => formatInstant(item.submittedAt) },
];

/** Moves the focus among the rows that are shown. */
function moveRow(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('[data-row-link]')].filter(
    (link) => link.offsetParent !== null,
  );
  const at = links.findIndex((link) => link === document.activeElement);
  links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus();
}
