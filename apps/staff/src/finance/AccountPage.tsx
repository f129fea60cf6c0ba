// Entries of an account in a period: opening, each entry with its journal, closing.
import { journalKindWord } from '@gongji/contract/finance-words';
import { useLocation } from 'wouter';
import { useAnswer } from '../api/queries.ts';
import { PageTitle } from '../shared/PageTitle.tsx';
import { AnswerBody } from './AnswerBody.tsx';
import { accountText, JournalLink, yuan } from './book.tsx';
import { DataTable } from './DataTable.tsx';
import { Downloads } from './Downloads.tsx';
import { PeriodField } from './PeriodField.tsx';

export function AccountPage({ accountId, from, to }: { accountId: string; from: string; to: string }) {
  const answer = useAnswer('getAccountEntries', { accountId, from, to });
  const [, navigate] = useLocation();
  const go = (start: string, end: string) =>
    navigate(`/finance/accounts/${accountId}/${start}/${end < start ? start : end}`);
  return (
    <>
      <div className="page-head">
        <PageTitle>账户明细</PageTitle>
        <span className="period-fields">
          <PeriodField label="从" type="date" value={from} onChange={(start) => go(start, to)} />
          <PeriodField label="到" type="date" value={to} onChange={(end) => go(from, end)} />
        </span>
      </div>
      <AnswerBody answer={answer} what="明细">
        {({ account, openingFen, closingFen, entries, more }) => (
          <section className="card" aria-labelledby="entries-title">
            <div className="card-head">
              <h2 id="entries-title">{accountText(account)}</h2>
              <Downloads table="entries" of={{ account: accountId, from, to }} />
            </div>
            <p>
              期初 <strong>{yuan(openingFen)}</strong> 元，期末 <strong>{yuan(closingFen)}</strong> 元
            </p>
            <DataTable
              isTitled
              caption="账户的每一笔收支，单位元"
              rows={entries}
              rowKey={({ journalId, day }) => `${journalId}${day}`}
              empty="这段时间没有收支。"
              columns={[
                { title: '日期', cell: ({ day }) => day },
                { title: '事项', cell: ({ kind }) => journalKindWord(kind) },
                { title: '业务编号', cell: ({ reference }) => reference },
                { title: '凭证', cell: ({ journalId }) => <JournalLink journalId={journalId} /> },
                { title: '金额', isNumber: true, cell: ({ amountFen }) => yuan(amountFen) },
                { title: '余额', isNumber: true, cell: ({ balanceFen }) => yuan(balanceFen) },
              ]}
            />
            {more && (
              <p className="notice notice-warning">只列出前 {entries.length} 笔，请把日期选短一些再看。</p>
            )}
          </section>
        )}
      </AnswerBody>
    </>
  );
}
