// Stands instead of a page that was opened for one person once the session acts for another: nothing on it may be sent.
import { clearTab } from '../channel/current.ts';
import { Page } from './page.tsx';
import type { SignedInPerson } from './session.ts';

export const StalePage = ({ person }: { person: SignedInPerson }) => (
  <Page
    title={`现在是给${person.name}办理`}
    lead="办理的人换了，或者代办已经结束。刚才没有提交的内容不会算数，已经办好的不受影响。"
  >
    <div className="actions">
      <button
        type="button"
        className="button button-main"
        onClick={() => {
          clearTab();
          window.location.assign('/');
        }}
      >
        知道了，回到首页
      </button>
    </div>
  </Page>
);
