// The head of every page: the service's name, the main places, large letters, and who is signed in.
import { Link, useLocation } from 'wouter';
import { useAct } from '../api/hooks.ts';
import { forgetKept } from '../api/kept.ts';
import { screenHref } from '../channel/channels.ts';
import { clearTab, useChannel } from '../channel/current.ts';
import { BrandMark } from '../parts/icons.tsx';
import { useElderMode } from './elder-mode.ts';
import { signInHref, type Session, type SignedInPerson } from './session.ts';

const places = [
  { href: '/', text: '首页' },
  { href: '/bind', text: '家庭成员' },
  { href: '/premium', text: '缴费' },
  { href: '/usages', text: '使用记录' },
  { href: '/applications', text: '办理进度' },
  { href: '/notices', text: '消息' },
];

const isHere = (path: string, href: string): boolean =>
  path === href || (href !== '/' && path.startsWith(`${href}/`));

export function Header({ person }: { person: SignedInPerson | null }) {
  const [path] = useLocation();
  const [elder, toggleElder] = useElderMode();
  const channel = useChannel();
  return (
    <header className="site-head">
      <div className="site-head-row">
        <Link href={channel ? screenHref(channel, channel.screens[0].name) : '/'} className="brand">
          <BrandMark />
          {channel ? (
            <span className="brand-words">
              <span>{channel.name}</span>
              <span className="brand-place">{channel.place}</span>
            </span>
          ) : (
            <span>医保家庭共济</span>
          )}
        </Link>
        {person && (
          <nav className="site-nav" aria-label="主要栏目">
            {places.map(({ href, text }) => (
              <Link key={href} href={href} aria-current={isHere(path, href) ? 'page' : undefined}>
                {text}
              </Link>
            ))}
          </nav>
        )}
        <button type="button" className="elder-switch" aria-pressed={elder} onClick={toggleElder}>
          <span aria-hidden="true" className="elder-switch-letter">
            大
          </span>
          长辈版
        </button>
      </div>
    </header>
  );
}

/** Who is signed in, and the ways to change that; at the foot of every page. */
export function WhoIsSignedIn({ person, helper }: Pick<Session, 'helper'> & { person: SignedInPerson }) {
  const end = useAct('endSession');
  const leave = () =>
    end.mutate(
      { body: {} },
      {
        onSuccess: () => {
          clearTab();
          void forgetKept().then(() => window.location.assign('/'));
        },
      },
    );
  return (
    <div className="who">
      <p>
        已登录：<strong>{(helper ?? person).name}</strong>（{(helper ?? person).maskedIdNumber}）
        {helper && `，正在代${person.name}办理`}
      </p>
      <div className="who-actions">
        <a href={signInHref('/', true)}>换人登录</a>
        <button type="button" className="link-button" onClick={leave} disabled={end.isPending}>
          {end.isPending ? '正在退出…' : '退出'}
        </button>
      </div>
      {end.isError && <p role="alert">没有退出成功，请检查网络后再点一次“退出”。</p>}
    </div>
  );
}
