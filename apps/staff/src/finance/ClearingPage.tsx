// Clearing between areas: what this area owes and is owed, month by month, and what each position consists of.
import { journalKindWord } from '@gongji/contract/finance-words';
import { Link } from 'wouter';
import { useAnswer } from '../api/queries.ts';
import { PageTitle } from '../shared/PageTitle.tsx';
import { AnswerBody } from './AnswerBody.tsx';
import { JournalLink, yuan } from './book.tsx';
import { DataTable } from './DataTable.tsx';
import { Downloads } from './Downloads.tsx';

export function ClearingPage() {
  const answer = useAnswer('listClearing');
  return (
    <>
      <div className="page-head">
        <PageTitle>地区清算</PageTitle>
        <Downloads table="clearing" />
      </div>
      <AnswerBody answer={answer} what="清算单">
        {({ months }) => (
          <>
            {months.length === 0 && <p className="card quiet">还没有清算过的月份。</p>}
            {months.map(({ month, payFen, receiveFen, positions }) => (
              <section key={month} className="card" aria-labelledby={`clearing-${month}`}>
                <h2 id={`clearing-${month}`}>
                  {month}：应付 {yuan(payFen)} 元，应收 {yuan(receiveFen)} 元
                </h2>
                <DataTable
                  isTitled
                  caption={`${month} 与各地区的清算，单位元`}
                  rows={positions}
                  rowKey={({ otherArea }) => otherArea}
                  empty="这个月与其他地区没有往来。"
                  columns={[
                    {
                      title: '对方地区',
                      cell: ({ otherArea, otherAreaName }) => (
                        <Link href={`/finance/clearing/${month}/${otherArea}`}>{otherAreaName}</Link>
                      ),
                    },
                    { title: '范围', cell: ({ scope }) => (scope === 'in-province' ? '省内' : '跨省') },
                    { title: '笔数', isNumber: true, cell: ({ entries }) => entries },
                    { title: '应付', isNumber: true, cell: ({ fen }) => yuan(Math.max(fen, 0)) },
                    { title: '应收', isNumber: true, cell: ({ fen }) => yuan(Math.max(-fen, 0)) },
                    { title: '清算凭证', cell: ({ journalId }) => <JournalLink journalId={journalId} /> },
                  ]}
                />
              </section>
            ))}
          </>
        )}
      </AnswerBody>
    </>
  );
}

export function ClearingPositionPage({ month, otherArea }: { month: string; otherArea: string }) {
  const answer = useAnswer('getClearingEntries', { month, otherArea });
  return (
    <>
      <Link href="/finance/clearing">返回地区清算</Link>
      <PageTitle>{`清算明细 ${month}`}</PageTitle>
      <AnswerBody answer={answer} what="清算明细">
        {({ otherAreaName, items, more }) => (
          <section className="card" aria-labelledby="position-title">
            <div className="card-head">
              <h2 id="position-title">与{otherAreaName}</h2>
              <Downloads table="clearing-entries" of={{ month, area: otherArea }} />
            </div>
            <DataTable
              isTitled
              caption={`${month} 与${otherAreaName}的每一笔往来，单位元`}
              rows={items}
              rowKey={({ journalId }) => journalId}
              empty="没有往来。"
              columns={[
                { title: '日期', cell: ({ day }) => day },
                { title: '事项', cell: ({ kind }) => journalKindWord(kind) },
                { title: '业务编号', cell: ({ reference }) => reference },
                { title: '凭证', cell: ({ journalId }) => <JournalLink journalId={journalId} /> },
                { title: '应付（负数为应收）', isNumber: true, cell: ({ fen }) => yuan(fen) },
              ]}
            />
            {more && <p className="notice notice-warning">只列出前 {items.length} 笔。</p>}
          </section>
        )}
      </AnswerBody>
    </>
  );
}
