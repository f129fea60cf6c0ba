// What is owed to each institution of the area in a month.
import { Link, useLocation } from 'wouter';
import { useAnswer } from '../api/queries.ts';
import { PageTitle } from '../shared/PageTitle.tsx';
import { AnswerBody } from './AnswerBody.tsx';
import { daysOfMonth, sumColumns } from './book.tsx';
import { DataTable } from './DataTable.tsx';
import { Downloads } from './Downloads.tsx';
import { PeriodField } from './PeriodField.tsx';

export function PayablesPage({ month }: { month: string }) {
  const answer = useAnswer('listPayables', { month });
  const [, navigate] = useLocation();
  const { from, to } = daysOfMonth(month);
  return (
    <>
      <div className="page-head">
        <PageTitle>应付机构</PageTitle>
        <PeriodField
          label="月份"
          type="month"
          value={month}
          onChange={(chosen) => navigate(`/finance/payables/${chosen}`)}
        />
      </div>
      <AnswerBody answer={answer} what="应付款">
        {({ items }) => (
          <section className="card" aria-labelledby="payables-title">
            <div className="card-head">
              <h2 id="payables-title">{month} 应付给各机构（元）</h2>
              <Downloads table="payables" of={{ month }} />
            </div>
            <DataTable
              isTitled
              caption={`${month} 应付给各机构的钱，单位元`}
              rows={items}
              rowKey={({ accountId }) => accountId}
              empty="本地区的机构还没有结算过。"
              columns={[
                {
                  title: '机构',
                  cell: ({ accountId, owner, ownerName }) => (
                    <Link href={`/finance/accounts/${accountId}/${from}/${to}`}>{ownerName ?? owner}</Link>
                  ),
                },
                { title: '编码', cell: ({ owner }) => owner },
                ...sumColumns,
              ]}
            />
          </section>
        )}
      </AnswerBody>
    </>
  );
}
