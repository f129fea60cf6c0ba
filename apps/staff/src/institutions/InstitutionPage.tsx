// One institution: its access, its keys, what can be changed, and everything that was done to it.
import type { InstitutionAccount } from '@gongji/contract';
import { useState } from 'react';
import { Link } from 'wouter';
import { asFailure } from '../api/failure.ts';
import { refreshAll, useAnswer } from '../api/queries.ts';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { HistoryCard } from '../shared/HistoryCard.tsx';
import { Loading } from '../shared/Loading.tsx';
import { PageTitle } from '../shared/PageTitle.tsx';
import { formatInstant } from '../shared/time.ts';
import { institutionStateWords, kindText } from './institution.ts';
import { InstitutionChanges } from './InstitutionChanges.tsx';
import { KeyOnce } from './KeyOnce.tsx';

export function InstitutionPage({ code }: { code: string }) {
  const answer = useAnswer('getInstitution', { institutionCode: code });
  const [made, setMade] = useState<{ accessKey: string; secret: string }>();
  const institution = answer.data?.institution;
  return (
    <div className="page account-page">
      <Link href="/institutions">返回列表</Link>
      {answer.isPending && <Loading what="正在打开机构" />}
      {answer.isError && (
        <FailureNotice failure={asFailure(answer.error)} onRetry={() => void answer.refetch()} />
      )}
      {answer.data && institution && (
        <>
          <Facts institution={institution} />
          {made ? (
            <KeyOnce
              made={made}
              onDone={() => {
                setMade(undefined);
                void refreshAll();
              }}
            />
          ) : (
            <InstitutionChanges key={institution.version} institution={institution} onMade={setMade} />
          )}
          <HistoryCard history={answer.data.history} emptyText="机构由系统开通数据建立，之后没有变更。" />
        </>
      )}
    </div>
  );
}

function Facts({ institution }: { institution: InstitutionAccount }) {
  const { code, name, state, areaName, settings, keys } = institution;
  return (
    <>
      <div className="page-head">
        <PageTitle name={name}>
          {name} <span className={`state institution-${state}`}>{institutionStateWords[state]}</span>
        </PageTitle>
        <Link href={`/institutions/${code}/messages`}>查看接口报文</Link>
      </div>
      <dl className="facts card">
        <div>
          <dt>机构编码</dt>
          <dd>{code}</dd>
        </div>
        <div>
          <dt>类别</dt>
          <dd>{kindText(institution)}</dd>
        </div>
        <div>
          <dt>统一社会信用代码</dt>
          <dd className="breakable">{settings.uscc ?? '没有登记'}</dd>
        </div>
        <div>
          <dt>统筹区</dt>
          <dd>{areaName}</dd>
        </div>
        <div>
          <dt>报文签名（cainfo）</dt>
          <dd>
            {settings.cainfo === 'required' ? '必须带' : '可以不带'}，
            {settings.sm2PublicKey === null ? '没有登记 SM2 公钥' : '已登记 SM2 公钥'}
          </dd>
        </div>
        <div>
          <dt>每秒最多报文数</dt>
          <dd>{settings.messagesPerSecond}</dd>
        </div>
        <div>
          <dt>结算结果通知地址</dt>
          <dd className="breakable">{settings.noticeUrl ?? '系统默认地址'}</dd>
        </div>
      </dl>
      <section className="card" aria-labelledby="keys-title">
        <h2 id="keys-title">有效的访问密钥</h2>
        {keys.length === 0 && <p>没有有效的密钥，机构的软件现在连不上。请更换密钥，发放新的。</p>}
        <ul className="account-history">
          {keys.map((key) => (
            <li key={key.accessKey}>
              <code className="breakable">{key.accessKey}</code>
              <span className="quiet">
                {formatInstant(key.createdAt)} 发放，
                {key.validUntil === null ? '长期有效' : `${formatInstant(key.validUntil)} 停用`}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
