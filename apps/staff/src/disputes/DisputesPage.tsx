// The disputes of the area, those without an answer first.
import type { StaffDispute } from '@gongji/contract';
import { disputeReasonWords } from '@gongji/contract/words';
import type { TableColumnsType } from 'antd';
import { Link } from 'wouter';
import { useAnswer } from '../api/queries.ts';
import { ListPage } from '../shared/ListPage.tsx';
import { formatFen } from '../shared/money.ts';
import { formatInstant } from '../shared/time.ts';

const fits = ({ usage }: StaffDispute, search: string): boolean =>
  [usage.giver.name, usage.member.name, usage.place].some((text) => text.includes(search));

export const DisputesPage = () => (
  <ListPage
    title="使用疑问"
    answer={useAnswer('listDisputes')}
    loadingText="正在读取使用疑问"
    fits={fits}
    searchHint="授权人、使用人或地点"
    unit="件"
    emptyText="没有符合的疑问。"
    rowKey="disputeId"
    columns={columns}
  />
);

const columns: TableColumnsType<StaffDispute> = [
  {
    title: '授权人',
    key: 'giver',
    render: (_, { disputeId, usage }) => (
      <Link href={`/disputes/${disputeId}`} className="row-link">
        {usage.giver.name}
      </Link>
    ),
  },
  { title: '使用人', key: 'member', render: (_, { usage }) => usage.member.name },
  { title: '金额', key: 'fen', align: 'right', render: (_, { usage }) => formatFen(usage.fen) },
  { title: '地点', key: 'place', render: (_, { usage }) => `${usage.place}（${usage.areaName}）` },
  { title: '疑问', key: 'reason', render: (_, { reason }) => disputeReasonWords[reason] },
  { title: '提出时间', key: 'at', render: (_, { openedAt }) => formatInstant(openedAt) },
  {
    title: '状态',
    key: 'state',
    render: (_, { state }) => (state === 'open' ? <strong>待答复</strong> : '已答复'),
  },
];
