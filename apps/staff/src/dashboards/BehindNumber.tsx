// The list behind a number, in a dialog; each row leads on where the role may go.
import type { ReportList, ReportListBody, StaffRole } from '@gongji/contract';
import { mayDo } from '@gongji/contract/rights';
import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { Link } from 'wouter';
import { call } from '../api/call.ts';
import { AnswerBody } from '../finance/AnswerBody.tsx';
import { yuan } from '../finance/book.tsx';
import { DataTable } from '../finance/DataTable.tsx';

export interface Behind {
  title: string;
  body: ReportListBody;
}

interface BehindNumberProps {
  behind: Behind;
  role: StaffRole;
  onClose: () => void;
}

export function BehindNumber({ behind: { title, body }, role, onClose }: BehindNumberProps) {
  const answer = useQuery({
    queryKey: ['readReportList', body],
    queryFn: () => call('readReportList', { body }),
  });
  return (
    <Modal open title={title} footer={null} width={760} onCancel={onClose}>
      <AnswerBody answer={answer} what="名单">
        {({ items }) => (
          <DataTable
            caption={items.length >= 200 ? '最近的 200 条' : `共 ${items.length} 条`}
            rows={items.map((item, at) => ({ ...item, at }))}
            rowKey={({ at }) => String(at)}
            empty="没有记录。"
            columns={[
              { title: '日期', cell: ({ day }) => day },
              { title: '编号', cell: (item) => <Reference item={item} role={role} /> },
              { title: '内容', cell: ({ text }) => text },
              { title: '金额（元）', isNumber: true, cell: ({ fen }) => yuan(fen) },
            ]}
          />
        )}
      </AnswerBody>
    </Modal>
  );
}

function Reference({
  item: { id, journalId },
  role,
}: {
  item: ReportList['items'][number];
  role: StaffRole;
}) {
  if (journalId !== null && mayDo(role, 'money.work'))
    return <Link href={`/finance/journals/${journalId}`}>{id}</Link>;
  if (id.startsWith('app_') && mayDo(role, 'review.work')) return <Link href={`/reviews/${id}`}>{id}</Link>;
  return id;
}
