// The cases of one queue; clean ones can be chosen and approved together.
import type { ReviewQueueName, ReviewSummary } from '@gongji/contract';
import { relationWords } from '@gongji/contract/words';
import { Table } from 'antd';
import type { TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { formatInstant } from '../shared/time.ts';
import { stateWords } from '../shared/words.ts';
import { BulkApproval } from './BulkApproval.tsx';
import { canApproveTogether, dueText, queueWords } from './queues.ts';

interface QueueTableProps {
  queue: ReviewQueueName;
  items: ReviewSummary[];
  /** Of the whole queue; the list ends at 100. */
  count: number;
}

export function QueueTable({ queue, items, count }: QueueTableProps) {
  const [chosen, setChosen] = useState<string[]>([]);
  const clean = items.filter(canApproveTogether);
  const isDone = queue === 'sample' || queue === 'decided';
  const mayBulk = queue === 'team' || queue === 'due-soon';
  const hasBulk = mayBulk && clean.length > 0;
  return (
    <div className="card">
      {mayBulk && (
        <BulkApproval
          clean={clean}
          chosen={clean.filter((item) => chosen.includes(item.applicationId))}
          onChoose={setChosen}
        />
      )}
      <Table
        size="middle"
        rowKey="applicationId"
        columns={[...columns, ...(isDone ? [stateColumn] : [dueColumn, holderColumn]), submittedColumn]}
        dataSource={items}
        locale={{ emptyText: queueWords[queue].emptyText }}
        pagination={items.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        scroll={{ x: 860 }}
        {...(hasBulk && {
          rowSelection: {
            selectedRowKeys: chosen,
            hideSelectAll: true,
            columnTitle: '选',
            onChange: (keys) => setChosen(keys.map(String)),
            getCheckboxProps: (item: ReviewSummary) => ({
              disabled: !canApproveTogether(item),
              'aria-label': `选择 ${item.memberName}`,
            }),
          },
        })}
      />
      {count > items.length && (
        <p className="quiet">
          共 {count} 件，这里列出最先到期的 {items.length} 件。
        </p>
      )}
    </div>
  );
}

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
  { title: '关系', key: 'relation', render: (_, item) => relationWords[item.relation] },
  { title: '情况', key: 'standing', render: (_, item) => <Standing item={item} /> },
];

function Standing({ item }: { item: ReviewSummary }) {
  return (
    <span className="standing">
      {item.isEscalated && <span className="outcome outcome-failed">已上报</span>}
      {item.needsSecond && <span className="outcome outcome-unsure">待复核</span>}
      {item.unsureChecks > 0 && <span className="outcome outcome-unsure">{item.unsureChecks} 项待核</span>}
      {item.isClean && <span className="outcome outcome-passed">无异常</span>}
    </span>
  );
}

const dueColumn: TableColumnsType<ReviewSummary>[number] = {
  title: '办理期限',
  key: 'due',
  render: (_, item) => {
    const { text, isPressing } = dueText(item);
    return <span className={isPressing ? 'due-pressing' : ''}>{text}</span>;
  },
};

const holderColumn: TableColumnsType<ReviewSummary>[number] = {
  title: '办理人',
  key: 'holder',
  render: (_, item) =>
    item.holder === null ? (
      <span className="quiet">无人领取</span>
    ) : item.holder.isMine ? (
      '我'
    ) : (
      item.holder.name
    ),
};

const stateColumn: TableColumnsType<ReviewSummary>[number] = {
  title: '结果',
  key: 'state',
  render: (_, item) => stateWords[item.state],
};

const submittedColumn: TableColumnsType<ReviewSummary>[number] = {
  title: '提交时间',
  key: 'submitted',
  render: (_, item) => formatInstant(item.submittedAt),
};
