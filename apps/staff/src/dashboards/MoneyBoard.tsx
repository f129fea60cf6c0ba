// Money by month, purpose and source, and where it flows between areas.
import type { MoneyReport, MoneySource, Purpose } from '@gongji/contract';
import { purposeWords } from '@gongji/contract/words';
import { useMemo, useState } from 'react';
import { useAnswer } from '../api/queries.ts';
import { AnswerBody } from '../finance/AnswerBody.tsx';
import { yuan } from '../finance/book.tsx';
import { DataTable } from '../finance/DataTable.tsx';
import { PeriodField } from '../finance/PeriodField.tsx';
import { PageTitle } from '../shared/PageTitle.tsx';
import { ChartCard } from './ChartCard.tsx';
import type { BoardProps } from './DashboardsArea.tsx';
import { NumberButton } from './NumberButton.tsx';

const sourceWords: Record<MoneySource, string> = {
  own: '本人账户',
  shared: '家人共济',
  fund: '统筹基金',
  elsewhere: '外地参保人',
};
const sources = Object.keys(sourceWords) as MoneySource[];
const purposes = Object.keys(purposeWords) as Purpose[];

export function MoneyBoard({ today, open }: BoardProps) {
  const [from, setFrom] = useState(`${today.slice(0, 4)}-01`);
  const [to, setTo] = useState(today.slice(0, 7));
  const answer = useAnswer('getMoneyReport', { from, to: to < from ? from : to });
  return (
    <>
      <div className="page-head">
        <PageTitle>资金统计</PageTitle>
        <span className="period-fields">
          <PeriodField label="从" type="month" value={from} onChange={setFrom} />
          <PeriodField label="到" type="month" value={to} onChange={setTo} />
        </span>
      </div>
      <AnswerBody answer={answer} what="资金统计">
        {(report) => (
          <>
            <ByPurpose report={report} />
            <Rows report={report} open={open} />
            <Flows flows={report.flows} />
          </>
        )}
      </AnswerBody>
    </>
  );
}

/** Every month from the first to the last, those without money too: a chart without gaps would lie. */
function monthsOf(found: readonly string[]): string[] {
  const sorted = [...found].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const months = [first];
  for (let month = first; month < last; months.push(month)) {
    const [year = 0, number = 0] = month.split('-').map(Number);
    month = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  }
  return months;
}

function ByPurpose({ report: { rows } }: { report: MoneyReport }) {
  const months = useMemo(() => monthsOf(rows.map(({ month }) => month)), [rows]);
  const sumOf = (month: string, purpose: Purpose) =>
    rows
      .filter((row) => row.month === month && row.purpose === purpose)
      .reduce((sum, { fen }) => sum + fen, 0);
  const option = useMemo(
    () => ({
      tooltip: { trigger: 'axis' },
      legend: { top: 0 },
      grid: { left: 8, right: 8, bottom: 8, top: 36, containLabel: true },
      xAxis: { type: 'category', data: months },
      yAxis: { type: 'value', name: '元' },
      series: purposes.map((purpose) => ({
        type: 'bar',
        stack: 'money',
        name: purposeWords[purpose],
        data: months.map(
          (month) =>
            rows
              .filter((row) => row.month === month && row.purpose === purpose)
              .reduce((sum, { fen }) => sum + fen, 0) / 100,
        ),
      })),
    }),
    [rows, months],
  );
  return (
    <ChartCard
      title="每月各用途（元）"
      label="柱状图：每月门诊、药店和居民保费支出，数字见下表"
      option={option}
      hasData={months.length > 0}
    >
      <DataTable
        isTitled
        caption="每月各用途的金额，单位元"
        rows={months}
        rowKey={(month) => month}
        empty="这段时间没有支出。"
        columns={[
          { title: '月份', cell: (month) => month },
          ...purposes.map((purpose) => ({
            title: purposeWords[purpose],
            isNumber: true,
            cell: (month: string) => yuan(sumOf(month, purpose)),
          })),
        ]}
      />
    </ChartCard>
  );
}

function Rows({ report: { rows }, open }: { report: MoneyReport; open: BoardProps['open'] }) {
  const sorted = [...rows].sort(
    (a, b) => b.month.localeCompare(a.month) || sources.indexOf(a.source) - sources.indexOf(b.source),
  );
  return (
    <section className="card" aria-labelledby="money-rows">
      <h2 id="money-rows">用途和来源</h2>
      <DataTable
        isTitled
        caption="每月各用途、各来源的笔数和金额，单位元"
        rows={sorted}
        rowKey={({ month, purpose, source }) => `${month}${purpose}${source}`}
        empty="这段时间没有支出。"
        columns={[
          { title: '月份', cell: ({ month }) => month },
          { title: '用途', cell: ({ purpose }) => purposeWords[purpose] },
          { title: '谁的钱', cell: ({ source }) => sourceWords[source] },
          {
            title: '金额（元）',
            isNumber: true,
            cell: ({ month, purpose, source, fen, payments, returns }) => {
              const label = `${month} ${purposeWords[purpose]} ${sourceWords[source]}`;
              return (
                <NumberButton
                  value={fen === 0 ? payments + returns : fen}
                  label={label}
                  onOpen={() => open(label, { list: 'money', month, purpose, source })}
                >
                  {yuan(fen)}
                </NumberButton>
              );
            },
          },
        ]}
      />
    </section>
  );
}

function Flows({ flows }: { flows: MoneyReport['flows'] }) {
  const between = useMemo(
    () => flows.filter(({ fromArea, toArea, fen }) => fromArea !== toArea && fen > 0),
    [flows],
  );
  const option = useMemo(
    () => ({
      tooltip: {},
      series: [
        {
          type: 'sankey',
          left: 8,
          right: 110,
          top: 8,
          bottom: 8,
          // A place may both pay and be paid: the two ends are told apart.
          data: [
            ...new Set(between.flatMap(({ fromName, toName }) => [`${fromName}参保`, `在${toName}使用`])),
          ].map((name) => ({ name })),
          links: between.map(({ fromName, toName, fen }) => ({
            source: `${fromName}参保`,
            target: `在${toName}使用`,
            value: fen / 100,
          })),
        },
      ],
    }),
    [between],
  );
  return (
    <ChartCard
      title="跨地区使用（元）"
      label="桑基图：哪里参保的人在哪里用了多少钱，数字见下表"
      option={option}
      hasData={between.length > 0}
    >
      <DataTable
        isTitled
        caption="各地之间使用的金额，单位元"
        rows={flows}
        rowKey={({ fromArea, toArea }) => `${fromArea}${toArea}`}
        empty="这段时间没有使用。"
        columns={[
          { title: '参保地', cell: ({ fromName }) => fromName },
          { title: '使用地', cell: ({ toName }) => toName },
          { title: '金额（元）', isNumber: true, cell: ({ fen }) => yuan(fen) },
        ]}
      />
    </ChartCard>
  );
}
