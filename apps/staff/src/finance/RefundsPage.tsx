// What was given back in a month: reversed settlements, and premiums that went or go back.
import { useLocation } from 'wouter';
import { useAnswer } from '../api/queries.ts';
import { PageTitle } from '../shared/PageTitle.tsx';
import { AnswerBody } from './AnswerBody.tsx';
import { JournalLink, yuan } from './book.tsx';
import { DataTable } from './DataTable.tsx';
import { Downloads } from './Downloads.tsx';
import { PeriodField } from './PeriodField.tsx';

export function RefundsPage({ month }: { month: string }) {
  const answer = useAnswer('listRefunds', { month });
  const [, navigate] = useLocation();
  return (
    <>
      <div className="page-head">
        <PageTitle>退款</PageTitle>
        <PeriodField
          label="月份"
          type="month"
          value={month}
          onChange={(chosen) => navigate(`/finance/refunds/${chosen}`)}
        />
      </div>
      <AnswerBody answer={answer} what="退款">
        {({ items }) => (
          <section className="card" aria-labelledby="refunds-title">
            <div className="card-head">
              <h2 id="refunds-title">{items.length} 笔</h2>
              <Downloads table="refunds" of={{ month }} />
            </div>
            <DataTable
              isTitled
              caption={`${month} 的退款，单位元`}
              rows={items}
              rowKey={({ reference }) => reference}
              empty="这个月没有退款。"
              columns={[
                { title: '日期', cell: ({ day }) => day },
                { title: '事项', cell: ({ kind }) => (kind === 'premium' ? '居民医保费退回' : '结算退费') },
                { title: '机构', cell: ({ place }) => place ?? '—' },
                { title: '退回账户和基金', isNumber: true, cell: ({ accountFen }) => yuan(accountFen) },
                { title: '退回现金', isNumber: true, cell: ({ cashFen }) => yuan(cashFen) },
                { title: '状态', cell: ({ state }) => (state === 'done' ? '已退' : '退款中') },
                { title: '业务编号', cell: ({ reference }) => reference },
                { title: '凭证', cell: ({ journalId }) => <JournalLink journalId={journalId} /> },
              ]}
            />
          </section>
        )}
      </AnswerBody>
    </>
  );
}
