// The accounts behind a sum of a day, those with the most money first.
import { accountKindWords } from '@gongji/contract/finance-words';
import type { LedgerAccountKind } from '@gongji/contract';
import { Link } from 'wouter';
import { useAnswer } from '../api/queries.ts';
import { PageTitle } from '../shared/PageTitle.tsx';
import { formatDate } from '../shared/time.ts';
import { AnswerBody } from './AnswerBody.tsx';
import { AccountLink, yuan } from './book.tsx';
import { DataTable } from './DataTable.tsx';
import { Downloads } from './Downloads.tsx';

export function MovedAccountsPage({ day, part }: { day: string; part: string }) {
  const answer = useAnswer('listMovedAccounts', { day, part });
  const kind = part.split('.')[0] as LedgerAccountKind;
  return (
    <>
      <Link href={`/finance/days/${day}`}>返回 {formatDate(day)}</Link>
      <PageTitle>{`${formatDate(day)}发生额：${accountKindWords[kind] ?? part}`}</PageTitle>
      <AnswerBody answer={answer} what="账户">
        {({ total, items }) => (
          <section className="card" aria-labelledby="moved-title">
            <div className="card-head">
              <h2 id="moved-title">
                {total} 个账户{total > items.length && `，下面是金额最大的 ${items.length} 个`}
              </h2>
              <Downloads table="accounts" of={{ day, part }} />
            </div>
            <DataTable
              isTitled
              caption="当日有收支的账户，单位元"
              rows={items}
              rowKey={({ accountId }) => accountId}
              empty="这一天没有账户收支。"
              columns={[
                {
                  title: '账户',
                  cell: (account) => <AccountLink account={account} from={day} to={day} />,
                },
                { title: '收入', isNumber: true, cell: ({ inFen }) => yuan(inFen) },
                { title: '支出', isNumber: true, cell: ({ outFen }) => yuan(outFen) },
              ]}
            />
          </section>
        )}
      </AnswerBody>
    </>
  );
}
