// The institution's settlements: today's by default, each with its slip and the way to give the money back.
import type { Settlement } from '@gongji/contract';
import { Button, Segmented, Table } from 'antd';
import type { TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { asFailure } from '../api/failure.ts';
import { useAnswer } from '../api/queries.ts';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { Loading } from '../shared/Loading.tsx';
import { formatFen } from '../shared/money.ts';
import { PageTitle } from '../shared/PageTitle.tsx';
import { formatDate, formatInstant, formatMinute } from '../shared/time.ts';
import { ReversedNotice } from './ReversedNotice.tsx';
import { ReversalDialog } from './ReversalDialog.tsx';
import { sumDay } from './day-sum.ts';

export function SettlementsPage({ today }: { today: string }) {
  const answer = useAnswer('listSettlements');
  const [period, setPeriod] = useState<'today' | 'all'>('today');
  const [reversing, setReversing] = useState<Settlement | null>(null);
  const [reversed, setReversed] = useState<Settlement | null>(null);
  const all = answer.data?.items ?? [];
  const ofToday = all.filter((settlement) => settlement.businessDate === today);
  const items = period === 'today' ? ofToday : all;
  return (
    <div className="page">
      <div className="page-head">
        <PageTitle>结算记录</PageTitle>
        <Segmented
          aria-label="时间范围"
          value={period}
          onChange={setPeriod}
          options={[
            { value: 'today', label: `今日（${ofToday.length}）` },
            { value: 'all', label: `全部（${all.length}）` },
          ]}
        />
      </div>
      <ReversedNotice settlement={reversed} />
      {answer.isError && (
        <FailureNotice failure={asFailure(answer.error)} onRetry={() => void answer.refetch()} />
      )}
      {answer.isPending && <Loading what="正在读取结算记录" />}
      {answer.data && (
        <div className="card">
          <DaySum settlements={ofToday} today={today} />
          <Table
            rowKey="settlementId"
            columns={columns(period, setReversing)}
            dataSource={items}
            locale={{ emptyText: period === 'today' ? '今天还没有结算。' : '还没有结算。' }}
            pagination={items.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
            rowClassName={(settlement) => (settlement.state === 'reversed' ? 'row-reversed' : '')}
            scroll={{ x: 980 }}
          />
        </div>
      )}
      {reversing && (
        <ReversalDialog settlement={reversing} onClose={() => setReversing(null)} onReversed={setReversed} />
      )}
    </div>
  );
}

function DaySum({ settlements, today }: { settlements: Settlement[]; today: string }) {
  const sum = sumDay(settlements);
  return (
    <p className="day-sum">
      <strong>{formatDate(today)}</strong>
      <span>已结算 {sum.settledCount} 笔</span>
      <span>已退费 {sum.reversedCount} 笔</span>
      <span>基金 {formatFen(sum.fundFen)}</span>
      <span>个人账户 {formatFen(sum.accountsFen)}</span>
      <span>现金 {formatFen(sum.cashFen)}</span>
      <span className="quiet">金额不含已退费的</span>
    </p>
  );
}

type Column = TableColumnsType<Settlement>[number];

const money = (title: string, fen: (settlement: Settlement) => number): Column => ({
  title,
  align: 'right',
  className: 'number',
  render: (_, settlement) => formatFen(fen(settlement)),
});

function columns(period: 'today' | 'all', onReverse: (settlement: Settlement) => void): Column[] {
  return [
    { title: '时间', render: (_, { at }) => (period === 'today' ? formatMinute(at) : formatInstant(at)) },
    {
      title: '参保人',
      render: (_, { patient, settlementId }) => (
        <Link href={`/till/settlements/${settlementId}`} className="row-link">
          {patient.name}
        </Link>
      ),
    },
    { title: '身份证号码', render: (_, { patient }) => patient.maskedIdNumber },
    money('总费用', ({ result }) => result.totalFen),
    money('基金', ({ result }) => result.fundFen),
    money('本人账户', ({ result }) => result.ownAccountFen),
    money('亲属共济', ({ result }) => result.sharedFen),
    money('现金', ({ result }) => result.cashFen),
    {
      title: '状态',
      render: (_, { state }) => (
        <span className={`state state-${state}`}>{state === 'settled' ? '已结算' : '已退费'}</span>
      ),
    },
    {
      title: '办理',
      render: (_, settlement) =>
        settlement.state === 'settled' && (
          <Button
            size="small"
            danger
            aria-label={`退费：${settlement.patient.name} ${formatFen(settlement.result.totalFen)}`}
            onClick={() => onReverse(settlement)}
          >
            退费
          </Button>
        ),
    },
  ];
}
