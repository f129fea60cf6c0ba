// Pays a premium for the person at the window: what it costs and from what is shown first, and they sign for it.
import type { PremiumQuote, WindowDesk, WindowSignature } from '@gongji/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { call } from '../api/call.ts';
import { asFailure } from '../api/failure.ts';
import { once } from '../api/intent.ts';
import { noticeExpiry, refreshAll } from '../api/queries.ts';
import { ActionForm } from '../shared/ActionForm.tsx';
import { ExplanationTable } from '../shared/ExplanationTable.tsx';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { Loading } from '../shared/Loading.tsx';
import { formatFen } from '../shared/money.ts';
import { PageTitle } from '../shared/PageTitle.tsx';
import { formatDate } from '../shared/time.ts';
import { SignatureField } from './SignatureField.tsx';

interface PremiumPageProps {
  desk: WindowDesk;
  memberNo: string;
  coverageYear: number;
}

export function PremiumPage({ desk, memberNo, coverageYear }: PremiumPageProps) {
  const { personNo } = desk.me.person;
  const quote = useQuery({
    queryKey: ['window-quote', personNo, memberNo, coverageYear],
    queryFn: () =>
      call('quoteAtWindow', { params: { personNo }, body: { memberPersonNo: memberNo, coverageYear } }),
    // What was shown is what is paid: a new look is a new quote, so nothing is asked again by itself.
    staleTime: Infinity,
  });
  return (
    <div className="page records-page">
      <Link href={`/window/${personNo}`}>返回</Link>
      <PageTitle>{`缴 ${coverageYear} 年度居民医保费`}</PageTitle>
      {quote.isPending && <Loading what="正在核定金额" />}
      {quote.isError && (
        <FailureNotice failure={asFailure(quote.error)} onRetry={() => void quote.refetch()} />
      )}
      {quote.data && <Pay personNo={personNo} quote={quote.data} />}
    </div>
  );
}

function Pay({ personNo, quote }: { personNo: string; quote: PremiumQuote }) {
  const [, navigate] = useLocation();
  const [signature, setSignature] = useState<WindowSignature | null>(null);
  const { member, payer, amountFen, fromAccountFen, shortfallFen } = quote;
  const pay = useMutation({
    mutationFn: () => {
      if (!signature) throw new Error('the button works only when it is signed');
      const body = { quoteId: quote.quoteId, cashForShortfall: shortfallFen > 0, signature };
      return once(`window-pay-${quote.quoteId}`, body, (key) =>
        call('payAtWindow', { params: { personNo }, body, key }),
      );
    },
    onSuccess: async () => {
      await refreshAll();
      navigate(`/window/${personNo}`);
    },
    onError: noticeExpiry,
  });
  return (
    <>
      <dl className="facts card">
        <div>
          <dt>参保人</dt>
          <dd>
            {member.name}（{member.maskedIdNumber}，{member.areaName}）
          </dd>
        </div>
        <div>
          <dt>应缴</dt>
          <dd>
            <strong>{formatFen(amountFen)}</strong>
          </dd>
        </div>
        <div>
          <dt>从{payer.name}的个人账户</dt>
          <dd>{formatFen(fromAccountFen)}</dd>
        </div>
        {shortfallFen > 0 && (
          <div>
            <dt>另付现金</dt>
            <dd>{formatFen(shortfallFen)}</dd>
          </div>
        )}
        {quote.benefitsFrom !== null && (
          <div>
            <dt>待遇开始</dt>
            <dd>{formatDate(quote.benefitsFrom)}</dd>
          </div>
        )}
      </dl>
      <section className="card record-table" aria-label="费用说明" tabIndex={0}>
        <ExplanationTable lines={quote.lines} />
      </section>
      <ActionForm label="本人签字后缴费" action={pay} submitText="确认缴费" disabled={!signature}>
        <SignatureField
          personNo={personNo}
          sentence={`本人同意为${member.name}缴纳 ${quote.coverageYear} 年度城乡居民医保费 ${formatFen(amountFen)}，其中个人账户 ${formatFen(fromAccountFen)}。`}
          onChange={setSignature}
        />
      </ActionForm>
    </>
  );
}
