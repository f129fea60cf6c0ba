// What surrounds every page: skip link, demonstration strip, head, foot.
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { actsFor } from '../api/acting.ts';
import { useChanges } from '../api/events.ts';
import { DemoBanner } from './demo-banner.tsx';
import { KeptStrip } from './kept-strip.tsx';
import { HelperBanner } from './helper-banner.tsx';
import { Header, WhoIsSignedIn } from './header.tsx';
import { StalePage } from './stale-page.tsx';
import { ServicePhone } from './service-phone.tsx';
import { useSession } from './session.ts';

export function Layout({ children }: { children: ReactNode }) {
  const session = useSession();
  const person = session.data?.person ?? null;
  const stale = !actsFor(person?.personNo);
  useChanges(person !== null);
  return (
    <>
      <a className="skip-link" href="#content">
        跳到正文
      </a>
      {session.data?.demo && <DemoBanner today={session.data.today} />}
      {session.data && <HelperBanner session={session.data} />}
      <Header person={person} />
      <KeptStrip />
      {session.isPending && (
        <p className="first-wait" role="status">
          正在打开…
        </p>
      )}
      <main id="content" tabIndex={-1} hidden={session.isPending}>
        {stale && person ? <StalePage person={person} /> : children}
      </main>
      <footer className="site-foot">
        <div className="site-foot-row">
          {person && <WhoIsSignedIn person={person} helper={session.data?.helper ?? null} />}
          <ServicePhone area={person?.area} />
          <p className="site-foot-note">
            看病买药时，家人仍用<strong>本人</strong>的医保码或社保卡，请不要把您的码借给别人。
          </p>
          <p className="site-foot-links">
            <Link href="/start">开始之前</Link>
            <Link href="/guides">各地办事指南</Link>
            <Link href="/c">从哪里办</Link>
          </p>
        </div>
      </footer>
    </>
  );
}
