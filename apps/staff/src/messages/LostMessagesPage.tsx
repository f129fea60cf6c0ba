// Messages to people of the area that could not be handed over: what they were about, why they failed, and once more.
import type { LostMessages } from '@gongji/contract';
import { useMutation } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import type { TableColumnsType } from 'antd';
import { call } from '../api/call.ts';
import { asFailure } from '../api/failure.ts';
import { refreshAll, useAnswer } from '../api/queries.ts';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { Loading } from '../shared/Loading.tsx';
import { PageTitle } from '../shared/PageTitle.tsx';
import { formatInstant } from '../shared/time.ts';

type Lost = LostMessages['items'][number];

const ways: Record<Lost['way'], string> = { sms: '短信', wechat: '微信订阅消息', alipay: '支付宝订阅消息' };
const failures: Record<Lost['failure'], string> = {
  'no-answer': '网关一直没有回应',
  refused: '网关拒绝发送',
  'no-phone': '这个人没有登记手机号',
  'no-permit': '这个人没有订阅',
};

function SendAgain({ noticeId, way }: Pick<Lost, 'noticeId' | 'way'>) {
  const again = useMutation({
    mutationFn: () => call('sendMessageAgain', { params: { noticeId, way } }),
    onSettled: refreshAll,
  });
  return (
    <>
      <Button loading={again.isPending} onClick={() => again.mutate()}>
        再发一次
      </Button>
      {again.isError && <FailureNotice failure={asFailure(again.error)} />}
    </>
  );
}

const columns: TableColumnsType<Lost> = [
  { title: '人员编号', key: 'person', render: (_, { personNo }) => personNo },
  { title: '通知', key: 'title', render: (_, { title }) => title },
  { title: '方式', key: 'way', render: (_, { way }) => ways[way] },
  { title: '原因', key: 'failure', render: (_, { failure }) => failures[failure] },
  { title: '试过', key: 'attempts', render: (_, { attempts }) => `${attempts} 次` },
  { title: '停止时间', key: 'ended', render: (_, { endedAt }) => formatInstant(endedAt) },
  {
    title: '处理',
    key: 'again',
    render: (_, { noticeId, way }) => <SendAgain noticeId={noticeId} way={way} />,
  },
];

export default function LostMessagesPage() {
  const answer = useAnswer('listLostMessages');
  return (
    <div className="page">
      <PageTitle>没有发出的通知</PageTitle>
      <p className="quiet">
        每条通知都已在本人的“消息”里。这里是短信、订阅消息没有交给网关的：没有回应的会自动再试约半天，试完仍不行，或者被拒绝，就停在这里。
      </p>
      {answer.isPending && <Loading what="正在读取" />}
      {answer.isError && (
        <FailureNotice failure={asFailure(answer.error)} onRetry={() => void answer.refetch()} />
      )}
      {answer.data && (
        <div className="card">
          <p role="status">
            停止 {answer.data.lost} 条；排队和重试中 {answer.data.waiting} 条。
          </p>
          <Table
            rowKey={({ noticeId, way }) => `${noticeId}:${way}`}
            columns={columns}
            dataSource={answer.data.items}
            locale={{ emptyText: '没有停止的通知。' }}
            pagination={false}
            scroll={{ x: 720 }}
          />
        </div>
      )}
    </div>
  );
}
