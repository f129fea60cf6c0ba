// Who is signed in decides what stands in the page: sign-in, the work of the role, or a sentence why there is none.
import type { Session } from '@gongji/contract';
import { Suspense } from 'react';
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
  const [home, ...others] = workOf(staff);
  if (!home) return <NoWorkPage staff={staff} />;
  return (
    <Suspense fallback={<Loading what="正在打开页面" />}>
      <Switch>
        <Route path="/">
          <Redirect to={home.path} replace />
        </Route>
        {[home, ...others].map(({ path, page: Page }) => (
          <Route key={path} path={`${path}/*?`}>
            {({ '*': rest }) => (
              <Page session={{ ...session, staff }} place={rest ? rest.split('/').filter(Boolean) : []} />
            )}
          </Route>
        ))}
        <Route>
          <NotFoundPage home={home.path} />
        </Route>
      </Switch>
    </Suspense>
  );
}
