// What is set aside on accounts now: in doubt first, then what expires first.
import { journalKindWord } from '@gongji/contract/finance-words';
import { useAnswer } from '../api/queries.ts';
import { PageTitle } from '../shared/PageTitle.tsx';
import { formatInstant } from '../shared/time.ts';
import { AnswerBody } from './AnswerBody.tsx';
import { JournalLink, yuan } from './book.tsx';
import { DataTable } from './DataTable.tsx';
import { Downloads } from './Downloads.tsx';

const soonMs = 2 * 86_400_000;

export function HoldsPage() {
  const answer = useAnswer('listOpenHolds');
  return (
    <>
      <PageTitle>预留资金</PageTitle>
      <AnswerBody answer={answer} what="预留">
        {({ now, items }) => (
          <section className="card" aria-labelledby="holds-title">
            <div className="card-head">
              <h2 id="holds-title">
                {items.length} 笔，共 {yuan(items.reduce((sum, { fen }) => sum + fen, 0))} 元
              </h2>
              <Downloads table="holds" />
            </div>
            <DataTable
              isTitled
              caption="现在预留在个人账户上的资金，单位元"
              rows={items}
              rowKey={({ holdId }) => holdId}
              empty="现在没有预留的资金。"
              columns={[
                { title: '预留日', cell: ({ day }) => day },
                { title: '事项', cell: ({ kind }) => journalKindWord(kind) },
                { title: '户主', cell: ({ owner }) => (owner ? `${owner.name} ${owner.personNo}` : '—') },
                { title: '金额', isNumber: true, cell: ({ fen }) => yuan(fen) },
                {
                  title: '到期',
                  cell: ({ inDoubt, expiresAt }) =>
                    inDoubt ? (
                      '已送出，等待对方结果，不会到期'
                    ) : (
                      <>
                        {formatInstant(expiresAt)}
                        {Date.parse(expiresAt) - Date.parse(now) < soonMs && (
                          <span className="state state-more-requested">快到期</span>
                        )}
                      </>
                    ),
                },
                { title: '业务编号', cell: ({ reference }) => reference },
                { title: '凭证', cell: ({ journalId }) => <JournalLink journalId={journalId} /> },
              ]}
            />
            <p className="quiet">到期还没有送出的，系统自动退回账户。</p>
          </section>
        )}
      </AnswerBody>
    </>
  );
}
