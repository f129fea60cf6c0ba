// One journal: from which account to which each fen went, in the books of this area.
import { journalKindWord } from '@gongji/contract/finance-words';
import { useAnswer } from '../api/queries.ts';
import { PageTitle } from '../shared/PageTitle.tsx';
import { formatInstant } from '../shared/time.ts';
import { AnswerBody } from './AnswerBody.tsx';
import { AccountLink, JournalLink, yuan } from './book.tsx';
import { DataTable } from './DataTable.tsx';

const effectWords = { moved: '转账', held: '预留', released: '解除预留', other: '其他' } as const;

export function JournalPage({ journalId }: { journalId: string }) {
  const answer = useAnswer('getJournal', { journalId });
  return (
    <>
      <PageTitle>{`凭证 ${journalId}`}</PageTitle>
      <AnswerBody answer={answer} what="凭证">
        {({ kind, reference, day, happenedAt, follows, lines }) => (
          <>
            <dl className="facts card">
              <div>
                <dt>事项</dt>
                <dd>{journalKindWord(kind)}</dd>
              </div>
              <div>
                <dt>业务编号</dt>
                <dd>{reference}</dd>
              </div>
              <div>
                <dt>记账日</dt>
                <dd>{day}</dd>
              </div>
              <div>
                <dt>办理时间</dt>
                <dd>{formatInstant(happenedAt)}</dd>
              </div>
              {follows !== null && (
                <div>
                  <dt>对应的原凭证</dt>
                  <dd>
                    <JournalLink journalId={follows} />
                  </dd>
                </div>
              )}
            </dl>
            <section className="card" aria-labelledby="lines-title">
              <h2 id="lines-title">本地区的分录</h2>
              <DataTable
                isTitled
                caption="这张凭证在本地区账上的分录，单位元"
                rows={lines.map((line, at) => ({ ...line, at }))}
                rowKey={({ at }) => String(at)}
                empty="这张凭证在本地区没有分录。"
                columns={[
                  { title: '动作', cell: ({ effect }) => effectWords[effect] },
                  {
                    title: '从',
                    cell: ({ from }) => (from ? <AccountLink account={from} from={day} to={day} /> : '—'),
                  },
                  {
                    title: '到',
                    cell: ({ to }) => (to ? <AccountLink account={to} from={day} to={day} /> : '—'),
                  },
                  { title: '金额', isNumber: true, cell: ({ fen }) => yuan(fen) },
                ]}
              />
            </section>
          </>
        )}
      </AnswerBody>
    </>
  );
}
