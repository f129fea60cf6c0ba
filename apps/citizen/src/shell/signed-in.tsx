// Guards a page: those who are not signed in read why and get one way in, which comes back here.
import type { ReactNode } from 'react';
import { useLocation, useSearch } from 'wouter';
import { Loading } from '../parts/loading.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Page } from './page.tsx';
import { signInHref, useSession, type SignedInPerson } from './session.ts';

interface SignedInProps {
  children: (person: SignedInPerson) => ReactNode;
}

export function SignedIn({ children }: SignedInProps) {
  const session = useSession();
  const [path] = useLocation();
  const search = useSearch();
  if (session.data?.person) return children(session.data.person);
  if (session.isPending) {
    return (
      <Page title="请稍候">
        <Loading text="正在确认您的登录…" />
      </Page>
    );
  }
  if (session.isError) {
    return (
      <Page title="暂时打不开">
        <ProblemNotice problem={session.error} onRetry={() => void session.refetch()} />
      </Page>
    );
  }
  if (session.data.staff) {
    return (
      <Page title="您登录的是工作人员账号" lead="这里是参保人使用的页面。">
        <div className="actions">
          <a className="button button-main" href="/staff/">
            去工作人员页面
          </a>
          <a className="button" href={signInHref(path, true)}>
            换人登录
          </a>
        </div>
      </Page>
    );
  }
  return (
    <Page title="请先登录" lead="这一页是您个人的信息，登录后才能查看。登录后会自动回到这里。">
      <div className="actions">
        <a className="button button-main" href={signInHref(search ? `${path}?${search}` : path)}>
          登录
        </a>
        <a className="button" href="/">
          回到首页
        </a>
      </div>
    </Page>
  );
}
