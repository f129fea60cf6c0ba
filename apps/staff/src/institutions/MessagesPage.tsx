// What an institution's software sent and was answered, with personal data masked: to see what happened, and why.
import type { InstitutionMessage } from '@gongji/contract';
import { transactionWords } from '@gongji/contract/words';
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { Link } from 'wouter';
import { call } from '../api/call.ts';
import { asFailure } from '../api/failure.ts';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { Loading } from '../shared/Loading.tsx';
import { PageTitle } from '../shared/PageTitle.tsx';
import { formatInstant } from '../shared/time.ts';

interface Search {
  msgid: string;
  infno: string;
  outcome: '' | 'done' | 'refused';
  words: string;
}
const nothing: Search = { msgid: '', infno: '', outcome: '', words: '' };

export function MessagesPage({ code }: { code: string }) {
  const id = useId();
  const [typed, setTyped] = useState(nothing);
  const [search, setSearch] = useState(nothing);
  const [before, setBefore] = useState<number>();
  const answer = useQuery({
    queryKey: ['searchInstitutionMessages', code, search, before],
    queryFn: () => {
      const { outcome, ...words } = search;
      const body = { ...words, ...(outcome && { outcome }), ...(before && { before }) };
      return call('searchInstitutionMessages', { params: { institutionCode: code }, body });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setBefore(undefined);
    setSearch({ ...typed });
  };
  const text = (field: 'msgid' | 'words', label: string) => (
    <div>
      <label className="field-label" htmlFor={`${id}-${field}`}>
        {label}
      </label>
      <Input
        id={`${id}-${field}`}
        value={typed[field]}
        maxLength={field === 'msgid' ? 40 : 100}
        allowClear
        onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
      />
    </div>
  );
  return (
    <div className="page">
      <Link href={`/institutions/${code}`}>返回机构</Link>
      <PageTitle name="接口报文">
        接口报文 <span className="quiet">{code}</span>
      </PageTitle>
      <form className="card message-search" role="search" aria-label="查找报文" onSubmit={submit}>
        <div>
          <label className="field-label" htmlFor={`${id}-infno`}>
            交易
          </label>
          <select
            id={`${id}-infno`}
            className="select"
            value={typed.infno}
            onChange={(event) => setTyped({ ...typed, infno: event.target.value })}
          >
            <option value="">全部交易</option>
            {Object.entries(transactionWords).map(([infno, name]) => (
              <option key={infno} value={infno}>
                {infno} {name}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label className="field-label" htmlFor={`${id}-outcome`}>
            结果
          </label>
          <select
            id={`${id}-outcome`}
            className="select"
            value={typed.outcome}
            onChange={(event) => setTyped({ ...typed, outcome: event.target.value as Search['outcome'] })}
          >
            <option value="">全部</option>
            <option value="done">成功</option>
            <option value="refused">没有办理</option>
          </select>
        </div>
        {text('msgid', '报文 ID（可只填一段）')}
        {text('words', '报文里的字（如人员编号、就诊 ID）')}
        <Button type="primary" htmlType="submit" loading={answer.isFetching}>
          查找
        </Button>
      </form>
      <p className="quiet">姓名、证件号、手机号和凭证在保存时就已遮盖，这里看不到原文。</p>
      {answer.isPending && <Loading what="正在查找报文" />}
      {answer.isError && (
        <FailureNotice failure={asFailure(answer.error)} onRetry={() => void answer.refetch()} />
      )}
      {answer.data && (
        <>
          <p role="status" className="quiet">
            {answer.data.items.length === 0
              ? '没有符合的报文。'
              : `这一页 ${answer.data.items.length} 条，最新的在前`}
          </p>
          <ol className="messages">
            {answer.data.items.map((message) => (
              <Message key={message.messageNo} message={message} />
            ))}
          </ol>
          <div className="page-actions">
            {before !== undefined && <Button onClick={() => setBefore(undefined)}>回到最新</Button>}
            {answer.data.nextBefore !== null && (
              <Button onClick={() => setBefore(answer.data.nextBefore ?? undefined)}>更早的报文</Button>
            )}
          </div>
        </>
      )}
    </div>
  );
}

function Message({ message }: { message: InstitutionMessage }) {
  const { infno, msgid, outcome, at, tookMs, asked, answered } = message;
  return (
    <li className="card">
      <details>
        <summary>
          <span className={`state message-${outcome}`}>{outcome === 'done' ? '成功' : '没有办理'}</span>
          <strong>
            {infno || '读不出交易'} {transactionWords[infno] ?? ''}
          </strong>
          <span className="quiet breakable">{msgid || '没有报文 ID'}</span>
          <span className="quiet">
            {formatInstant(at)} · {tookMs} 毫秒
          </span>
          {outcome === 'refused' && <span className="message-sentence">{answered}</span>}
        </summary>
        <h2>报文内容</h2>
        <pre tabIndex={0} aria-label="报文内容">
          {indented(asked)}
        </pre>
        <h2>应答</h2>
        <pre tabIndex={0} aria-label="应答">
          {indented(answered)}
        </pre>
      </details>
    </li>
  );
}

/** JSON with line breaks; a text that was cut or is a sentence stays as it is. */
function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text || '（空）';
  }
}
