// The first page: what the service is for those who come new, the account and the services for those signed in.
import { Loading } from '../../parts/loading.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { Page } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/signed-in.tsx';
import { useSession } from '../../shell/session.ts';
import { MyHome } from './my-home.tsx';
import { Welcome } from './welcome.tsx';

export function HomePage() {
  const session = useSession();
  if (session.data?.person) return <MyHome person={session.data.person} />;
  if (session.data?.staff) return <SignedIn>{(person) => <MyHome person={person} />}</SignedIn>;
  if (session.data) return <Welcome />;
  return (
    <Page title="医保家庭共济">
      {session.isError ? (
        <ProblemNotice problem={session.error} onRetry={() => void session.refetch()} />
      ) : (
        <Loading text="正在打开首页…" />
      )}
    </Page>
  );
}
