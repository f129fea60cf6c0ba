// The statement of a person's account for a period; that it was looked at is recorded.
import type { PersonStatement } from '@gongji/contract';
import { journalKindWord } from '@gongji/contract/finance-words';
import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { call } from '../api/call.ts';
import { failureIn } from '../api/failure.ts';
import { noticeExpiry } from '../api/queries.ts';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { PageTitle } from '../shared/PageTitle.tsx';
import { JournalLink, yuan } from './book.tsx';
import { DataTable } from './DataTable.tsx';
import { Downloads } from './Downloads.tsx';
import { PeriodField } from './PeriodField.tsx';

export function StatementPage({ today }: { today: string }) {
  const id = useId();
  const [person, setPerson] = useState('');
  const [from, setFrom] = useState(`${today.slice(0, 4)}-01-01`);
  const [to, setTo] = useState(today);
  const read = useMutation({
    mutationFn: () => call('readStatement', { body: { person, from, to } }),
    onError: noticeExpiry,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!read.isPending) read.mutate();
  };
  const failure = failureIn(read.error);
  return (
    <>
      <PageTitle>个人对账单</PageTitle>
      <form className="card statement-form" role="search" aria-label="查找对账单" onSubmit={submit}>
        <div>
          <label className="field-label" htmlFor={`${id}-person`}>
            人员编号或身份证号
          </label>
          <Input
            id={`${id}-person`}
            value={person}
            maxLength={40}
            required
            autoComplete="off"
            onChange={(event) => setPerson(event.target.value)}
          />
        </div>
        <PeriodField label="从" type="date" value={from} onChange={setFrom} />
        <PeriodField label="到" type="date" value={to} onChange={setTo} />
        <Button type="primary" htmlType="submit" loading={read.isPending}>
          查看
        </Button>
        <p className="quiet">查看和下载都会留下记录。</p>
      </form>
      {failure && <FailureNotice failure={failure} onRetry={() => read.mutate()} />}
      {read.data && <Statement statement={read.data} />}
    </>
  );
}

function Statement({ statement }: { statement: PersonStatement }) {
  const { owner, from, to, openingFen, inFen, outFen, closingFen, parts, lines } = statement;
  const first = { ...edge, day: from, kind: '期初余额', balanceFen: openingFen };
  const last = { ...edge, day: to, kind: '期末余额', balanceFen: closingFen };
  return (
    <section className="card" aria-labelledby="statement-title">
      <div className="card-head">
        <h2 id="statement-title">
          {owner.name} {owner.maskedIdNumber} {owner.areaName}
        </h2>
        <Downloads
          table="statement"
          of={{ person: owner.personNo, from, to }}
          formats={['xlsx', 'csv', 'pdf']}
        />
      </div>
      <p>
        期初 {yuan(openingFen)} 元 ＋ 收入 {yuan(inFen)} 元 － 支出 {yuan(outFen)} 元 ＝ 期末{' '}
        <strong>{yuan(closingFen)}</strong> 元
      </p>
      <ul className="statement-parts quiet">
        {parts.map((part) => (
          <li key={part.partYear}>
            {part.partYear} 年资金：期初 {yuan(part.openingFen)} 元，期末 {yuan(part.closingFen)} 元
          </li>
        ))}
      </ul>
      <DataTable
        isTitled
        caption="个人账户的每一笔收支，单位元"
        rows={[first, ...lines, last].map((line, at) => ({ ...line, at }))}
        rowKey={({ at }) => String(at)}
        empty="没有收支。"
        columns={[
          { title: '日期', cell: ({ day }) => day },
          { title: '事项', cell: ({ kind }) => journalKindWord(kind) },
          { title: '资金年份', cell: ({ partYear }) => partYear ?? '' },
          {
            title: '金额',
            isNumber: true,
            cell: ({ amountFen }) => (amountFen === null ? '' : yuan(amountFen)),
          },
          { title: '余额', isNumber: true, cell: ({ balanceFen }) => yuan(balanceFen) },
          { title: '业务编号', cell: ({ reference }) => reference },
          {
            title: '凭证',
            cell: ({ journalId }) => (journalId === '' ? '' : <JournalLink journalId={journalId} />),
          },
        ]}
      />
    </section>
  );
}

const edge = {
  ...{ journalId: '', reference: '' },
  ...{ partYear: null as number | null, amountFen: null as number | null },
};
