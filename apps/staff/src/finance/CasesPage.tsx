// Differences with the tax bureau and the cash channel: open ones first.
import { differenceWords, resolutionWords, sourceWords } from '@gongji/contract/finance-words';
import { Radio } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { useAnswer } from '../api/queries.ts';
import { PageTitle } from '../shared/PageTitle.tsx';
import { AnswerBody } from './AnswerBody.tsx';
import { yuan } from './book.tsx';
import { DataTable } from './DataTable.tsx';
import { Downloads } from './Downloads.tsx';

const choices = [
  { value: 'open', label: '待处理' },
  { value: 'resolved', label: '已处理' },
  { value: 'all', label: '全部' },
];

export function CasesPage() {
  const [state, setState] = useState('open');
  const answer = useAnswer('listFinanceCases', { state });
  return (
    <>
      <div className="page-head">
        <PageTitle>对账差异</PageTitle>
        <Radio.Group
          aria-label="看哪些"
          name="case-state"
          optionType="button"
          value={state}
          options={choices}
          onChange={(event) => setState(String(event.target.value))}
        />
      </div>
      <AnswerBody answer={answer} what="差异">
        {({ items }) => (
          <section className="card" aria-labelledby="cases-title">
            <div className="card-head">
              <h2 id="cases-title">{items.length} 条</h2>
              <Downloads table="cases" of={{ state }} />
            </div>
            <DataTable
              isTitled
              caption="对账差异，金额单位元"
              rows={items}
              rowKey={({ caseId }) => caseId}
              empty={state === 'open' ? '没有待处理的差异。' : '没有这样的差异。'}
              columns={[
                {
                  title: '差异',
                  cell: ({ caseId, difference }) => (
                    <Link href={`/finance/cases/${caseId}`} className="row-link">
                      {differenceWords[difference]}
                    </Link>
                  ),
                },
                { title: '对方', cell: ({ source }) => sourceWords[source] },
                { title: '账单日', cell: ({ day }) => <Link href={`/finance/days/${day}`}>{day}</Link> },
                { title: '我方金额', isNumber: true, cell: ({ oursFen }) => yuan(oursFen) },
                { title: '对方金额', isNumber: true, cell: ({ theirsFen }) => yuan(theirsFen) },
                {
                  title: '状态',
                  cell: ({ resolution }) =>
                    resolution === null ? '待处理' : `已处理：${resolutionWords[resolution].name}`,
                },
              ]}
            />
          </section>
        )}
      </AnswerBody>
    </>
  );
}
