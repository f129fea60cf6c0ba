// Who is signed in decides what stands in the page: sign-in, the work of the role, or a sentence why there is none.
import type { Session } from '@gongji/contract';
import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { asFailure } from '../api/failure.ts';
import { useAnswer } from '../api/queries.ts';
import { useEvents } from '../api/useEvents.ts';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { Loading } from '../shared/Loading.tsx';
import { DemoBanner } from './DemoBanner.tsx';
import { Header } from './Header.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { NoWorkPage } from './NoWorkPage.tsx';
import { SignInPage } from './SignInPage.tsx';
import { workOf } from './work.ts';

const ReviewsArea = lazy(() => import('../reviews/ReviewsArea.tsx'));
const TillArea = lazy(() => import('../till/TillArea.tsx'));

export function Frame() {
  const session = useAnswer('getSession');
  useEvents(session.data?.staff != null);
  if (session.isPending) return <Loading what="正在确认登录状态" />;
  if (session.isError && !session.data)
    return (
      <main className="page">
        <FailureNotice failure={asFailure(session.error)} onRetry={() => void session.refetch()} />
      </main>
    );
  return (
    <>
      <a className="skip-link" href="#main">
        跳到主要内容
      </a>
      <Header staff={session.data.staff} />
      {session.data.demo && <DemoBanner today={session.data.today} />}
      <main id="main" tabIndex={-1}>
        <Work session={session.data} />
      </main>
    </>
  );
}

function Work({ session }: { session: Session }) {
  const { staff } = session;
  if (!staff) return <SignInPage personName={session.person?.name ?? null} />;
  const work = workOf(staff);
  if (!work) return <NoWorkPage staff={staff} />;
  return (
    <Suspense fallback={<Loading what="正在打开页面" />}>
      <Switch>
        <Route path="/">
          <Redirect to={work.home} replace />
        </Route>
        {work.area === 'reviews' && (
          <Route path="/reviews/:applicationId?">
            {({ applicationId }) => <ReviewsArea applicationId={applicationId ?? null} session={session} />}
          </Route>
        )}
        {work.area === 'till' && (
          <Route path="/till/:view?/:settlementId?">
            {({ view, settlementId }) => (
              <TillArea view={view ?? null} settlementId={settlementId ?? null} session={session} />
            )}
          </Route>
        )}
        <Route>
          <NotFoundPage home={work.home} />
        </Route>
      </Switch>
    </Suspense>
  );
}
