// A month of the books: which of its days are closed, its sums, and what is still open.
import type { FinanceMonth } from '@gongji/contract';
import { Link, useLocation } from 'wouter';
import { useAnswer } from '../api/queries.ts';
import { PageTitle } from '../shared/PageTitle.tsx';
import { AnswerBody } from './AnswerBody.tsx';
import { daysOfMonth, partCode, partName, sumColumns, yuan } from './book.tsx';
import { DataTable } from './DataTable.tsx';
import { Downloads } from './Downloads.tsx';
import { PeriodField } from './PeriodField.tsx';

export function MonthPage({ month }: { month: string }) {
  const answer = useAnswer('getFinanceMonth', { month });
  const [, navigate] = useLocation();
  return (
    <>
      <div className="page-head">
        <PageTitle>月结</PageTitle>
        <PeriodField
          label="月份"
          type="month"
          value={month}
          onChange={(chosen) => navigate(`/finance/months/${chosen}`)}
        />
      </div>
      <AnswerBody answer={answer} what="这个月的账">
        {(found) => (
          <>
            <State found={found} />
            <section className="card" aria-labelledby="month-sums">
              <div className="card-head">
                <h2 id="month-sums">{month} 各科目（元）</h2>
                <Downloads table="month" of={{ month }} />
              </div>
              <DataTable
                isTitled
                caption={`${month} 各科目的期初、收入、支出和期末，单位元`}
                rows={found.parts}
                rowKey={partCode}
                empty="到这个月为止还没有记过账。"
                columns={[{ title: '科目', cell: partName }, ...sumColumns]}
              />
            </section>
            <section className="card" aria-labelledby="month-days">
              <h2 id="month-days">每天</h2>
              <DataTable
                isTitled
                caption={`${month} 每天的发生额和关账情况`}
                rows={found.days}
                rowKey={({ day }) => day}
                empty="这个月没有发生过账务。"
                columns={[
                  { title: '日期', cell: ({ day }) => <Link href={`/finance/days/${day}`}>{day}</Link> },
                  { title: '发生额（元）', isNumber: true, cell: ({ movedFen }) => yuan(movedFen) },
                  { title: '关账', cell: ({ isSealed }) => (isSealed ? '已关账' : '未关账') },
                ]}
              />
            </section>
          </>
        )}
      </AnswerBody>
    </>
  );
}

function State({ found: { month, isOver, isSealed, openCases, isCleared } }: { found: FinanceMonth }) {
  return (
    <dl className="facts card">
      <div>
        <dt>关账</dt>
        <dd>
          {isSealed ? (
            '全月已关账'
          ) : isOver ? (
            <>
              还没有全部关账：到{' '}
              <Link href={`/finance/days/${daysOfMonth(month).to}`}>{daysOfMonth(month).to}</Link>{' '}
              关最后一天，整个月就关上了
            </>
          ) : (
            '这个月还没有结束'
          )}
        </dd>
      </div>
      <div>
        <dt>对账差异</dt>
        <dd>
          {openCases === 0 ? '没有待处理的差异' : <Link href="/finance/cases">{openCases} 条待处理</Link>}
        </dd>
      </div>
      <div>
        <dt>地区间清算</dt>
        <dd>
          {isCleared ? (
            <Link href="/finance/clearing">已清算</Link>
          ) : (
            '还没有清算，月末由省级统一清算（gongji clearing run）'
          )}
        </dd>
      </div>
    </dl>
  );
}
