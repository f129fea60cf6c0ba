// Applications to bind: in, out, what waits and how long, first-time-right, and why some were sent back.
import type { ApplicationReport } from '@gongji/contract';
import { useMemo, useState } from 'react';
import { useAnswer } from '../api/queries.ts';
import { AnswerBody } from '../finance/AnswerBody.tsx';
import { DataTable } from '../finance/DataTable.tsx';
import { PeriodField } from '../finance/PeriodField.tsx';
import { PageTitle } from '../shared/PageTitle.tsx';
import { stateWords } from '../shared/words.ts';
import { ChartCard } from './ChartCard.tsx';
import type { BoardProps } from './DashboardsArea.tsx';
import { NumberButton } from './NumberButton.tsx';

const daysText = (days: number | null): string => (days === null ? '—' : `${days.toFixed(1)} 天`);
const percent = (perTenThousand: number | null): string =>
  perTenThousand === null ? '—' : `${(perTenThousand / 100).toFixed(1)}%`;

export function ApplicationsBoard({ today, open }: BoardProps) {
  const [month, setMonth] = useState(today.slice(0, 7));
  const answer = useAnswer('getApplicationReport', { month });
  return (
    <>
      <div className="page-head">
        <PageTitle>绑定申请统计</PageTitle>
        <PeriodField label="月份" type="month" value={month} onChange={setMonth} />
      </div>
      <AnswerBody answer={answer} what="申请统计">
        {(report) => (
          <>
            <Figures report={report} />
            <Days days={report.days} />
            <Backlog report={report} open={open} />
            <Reasons report={report} open={open} />
          </>
        )}
      </AnswerBody>
    </>
  );
}

function Figures({ report }: { report: ApplicationReport }) {
  const figures = [
    ['收到', `${report.received} 件`],
    ['办结', `${report.decided} 件`],
    [
      '办结用时（一半以内 / 九成以内）',
      `${daysText(report.decisionDays.p50)} / ${daysText(report.decisionDays.p90)}`,
    ],
    ['一次通过率', percent(report.firstTimeRightPerTenThousand)],
    [
      '在办已等（一半以内 / 九成以内）',
      `${daysText(report.backlogDays.p50)} / ${daysText(report.backlogDays.p90)}`,
    ],
  ];
  return (
    <dl className="facts card dashboard-facts">
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Days({ days }: Pick<ApplicationReport, 'days'>) {
  const option = useMemo(
    () => ({
      tooltip: { trigger: 'axis' },
      legend: { top: 0 },
      grid: { left: 8, right: 16, bottom: 8, top: 36, containLabel: true },
      xAxis: { type: 'category', data: days.map(({ day }) => day.slice(5)) },
      yAxis: { type: 'value', minInterval: 1 },
      series: [
        { type: 'line', name: '收到', data: days.map(({ received }) => received) },
        {
          type: 'line',
          name: '办结',
          data: days.map(({ decided }) => decided),
          lineStyle: { type: 'dashed' },
        },
      ],
    }),
    [days],
  );
  return (
    <ChartCard
      title="每天收到和办结"
      label="折线图：每天收到和办结的申请，数字见下表"
      option={option}
      hasData={days.length > 0}
    >
      <DataTable
        isTitled
        caption="每天收到和办结的申请"
        rows={days}
        rowKey={({ day }) => day}
        empty="这个月没有申请。"
        columns={[
          { title: '日期', cell: ({ day }) => day },
          { title: '收到', isNumber: true, cell: ({ received }) => received },
          { title: '办结', isNumber: true, cell: ({ decided }) => decided },
        ]}
      />
    </ChartCard>
  );
}

function Backlog({ report: { backlog }, open }: { report: ApplicationReport; open: BoardProps['open'] }) {
  return (
    <section className="card" aria-labelledby="backlog">
      <h2 id="backlog">在办</h2>
      <DataTable
        isTitled
        caption="在办的申请"
        rows={backlog}
        rowKey={({ state }) => state}
        empty="没有在办的申请。"
        columns={[
          { title: '状态', cell: ({ state }) => stateWords[state] },
          {
            title: '件数',
            isNumber: true,
            cell: ({ state, count }) => (
              <NumberButton
                value={count}
                label={stateWords[state]}
                onOpen={() => open(`在办：${stateWords[state]}`, { list: 'applications', state })}
              />
            ),
          },
        ]}
      />
    </section>
  );
}

const outcomeWords = { rejected: '退回', 'more-requested': '请补材料' } as const;

function Reasons({
  report: { reasons, month },
  open,
}: {
  report: ApplicationReport;
  open: BoardProps['open'];
}) {
  return (
    <section className="card" aria-labelledby="reasons">
      <h2 id="reasons">没有一次办成的原因</h2>
      <DataTable
        isTitled
        caption="没有一次办成的原因"
        rows={reasons}
        rowKey={({ outcome, reason }) => `${outcome}${reason}`}
        empty="这个月没有退回或请补材料的申请。"
        columns={[
          { title: '原因', cell: ({ label }) => label },
          { title: '结果', cell: ({ outcome }) => outcomeWords[outcome] },
          {
            title: '件数',
            isNumber: true,
            cell: ({ outcome, reason, label, count }) => (
              <NumberButton
                value={count}
                label={label}
                onOpen={() =>
                  open(`${outcomeWords[outcome]}：${label}`, { list: 'reasons', month, outcome, reason })
                }
              />
            ),
          },
        ]}
      />
    </section>
  );
}
