// How far the residents' premium of a coverage year has come in its window.
import type { PremiumReport } from '@gongji/contract';
import { useId, useMemo, useState } from 'react';
import { useAnswer } from '../api/queries.ts';
import { AnswerBody } from '../finance/AnswerBody.tsx';
import { yuan } from '../finance/book.tsx';
import { DataTable } from '../finance/DataTable.tsx';
import { PageTitle } from '../shared/PageTitle.tsx';
import { formatDate } from '../shared/time.ts';
import { ChartCard } from './ChartCard.tsx';
import type { BoardProps } from './DashboardsArea.tsx';
import { NumberButton } from './NumberButton.tsx';

const premiumStates: Record<PremiumReport['states'][number]['state'], string> = {
  'awaiting-cash': '等待现金支付',
  sending: '正在送税务',
  unknown: '等待税务结果',
  paid: '已缴',
  returning: '正在退回',
  returned: '没有缴成，已退回',
};

export function PremiumsBoard({ today, open }: BoardProps) {
  const id = useId();
  const thisYear = Number(today.slice(0, 4));
  const [coverageYear, setYear] = useState(String(thisYear + 1));
  const answer = useAnswer('getPremiumReport', { coverageYear });
  return (
    <>
      <div className="page-head">
        <PageTitle>居民保费进度</PageTitle>
        <span className="period-field">
          <label htmlFor={id}>保障年度</label>
          <select
            id={id}
            className="select"
            value={coverageYear}
            onChange={(event) => setYear(event.target.value)}
          >
            {[thisYear + 1, thisYear, thisYear - 1].map((year) => (
              <option key={year} value={year}>
                {year} 年
              </option>
            ))}
          </select>
        </span>
      </div>
      <AnswerBody answer={answer} what="保费进度">
        {(report) => <Board report={report} open={open} />}
      </AnswerBody>
    </>
  );
}

/** How many had paid by the end of each day. */
const runningSums = (days: PremiumReport['days']): number[] =>
  days.reduce<number[]>((sums, { paid }) => [...sums, (sums.at(-1) ?? 0) + paid], []);

function Board({ report, open }: { report: PremiumReport; open: BoardProps['open'] }) {
  const { coverageYear, window, residents, states, days } = report;
  const paid = states.find(({ state }) => state === 'paid')?.count ?? 0;
  const option = useMemo(
    () => ({
      tooltip: { trigger: 'axis' },
      grid: { left: 8, right: 16, bottom: 8, top: 16, containLabel: true },
      xAxis: { type: 'category', data: days.map(({ day }) => day.slice(5)) },
      yAxis: { type: 'value', minInterval: 1 },
      series: [{ type: 'line', name: '累计已缴', areaStyle: {}, data: runningSums(days) }],
    }),
    [days],
  );
  return (
    <>
      <dl className="facts card dashboard-facts">
        <div>
          <dt>缴费期</dt>
          <dd>
            {window ? `${formatDate(window.from)} 至 ${formatDate(window.to)}（不含）` : '政策里没有记载'}
          </dd>
        </div>
        <div>
          <dt>经本系统已缴</dt>
          <dd>
            {paid} 人，占参保居民 {residents} 人的{' '}
            {residents === 0 ? '—' : `${((paid * 100) / residents).toFixed(1)}%`}
          </dd>
        </div>
      </dl>
      <ChartCard
        title="每天已缴"
        label="面积图：累计已缴人数，数字见下表"
        option={option}
        hasData={days.length > 0}
      >
        <DataTable
          isTitled
          caption="每天已缴的人数和金额，单位元"
          rows={days}
          rowKey={({ day }) => day}
          empty="还没有人缴费。"
          columns={[
            { title: '日期', cell: ({ day }) => day },
            { title: '人数', isNumber: true, cell: (day) => day.paid },
            { title: '金额（元）', isNumber: true, cell: ({ fen }) => yuan(fen) },
          ]}
        />
      </ChartCard>
      <section className="card" aria-labelledby="premium-states">
        <h2 id="premium-states">办理情况</h2>
        <DataTable
          isTitled
          caption="各状态的缴费，单位元"
          rows={states}
          rowKey={({ state }) => state}
          empty="还没有缴费业务。"
          columns={[
            { title: '状态', cell: ({ state }) => premiumStates[state] },
            {
              title: '笔数',
              isNumber: true,
              cell: ({ state, count }) => (
                <NumberButton
                  value={count}
                  label={premiumStates[state]}
                  onOpen={() => open(premiumStates[state], { list: 'premiums', coverageYear, state })}
                />
              ),
            },
            { title: '金额（元）', isNumber: true, cell: ({ fen }) => yuan(fen) },
          ]}
        />
      </section>
    </>
  );
}
