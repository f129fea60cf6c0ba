// A channel's own screens, from where people begin to the task, by the guides' labels.
import { useEffect } from 'react';
import { Link, Redirect, useParams } from 'wouter';
import { channelOf, entryHref, screenHref, type Channel, type Screen } from '../../channel/channels.ts';
import { enterChannel } from '../../channel/current.ts';
import { ArrowRight } from '../../parts/icons.tsx';
import { Page } from '../../shell/page.tsx';
import { signInHref, useSession } from '../../shell/session.ts';
import { PlaceAndCredential } from './place.tsx';

interface ScreenProps {
  channel: Channel;
  screen: Screen;
}

const Entries = ({ channel, screen }: ScreenProps) => (
  <nav aria-label={screen.asksPlace ? '业务办理' : screen.title}>
    <ul className="tiles">
      {screen.entries.map((entry) => (
        <li key={entry.label}>
          <Link
            href={entryHref(channel, entry)}
            className={entry.text ? 'tile' : 'button button-main button-large'}
          >
            {entry.text ? (
              <>
                <span className="tile-words">
                  <span className="tile-name">{entry.label}</span>
                  <span className="tile-text">{entry.text}</span>
                </span>
                <ArrowRight />
              </>
            ) : (
              entry.label
            )}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);

function SignInFirst({ href }: { href: string }) {
  const session = useSession();
  if (!session.data || session.data.person) return null;
  return (
    <div className="actions actions-top">
      <a className="button" href={signInHref(href)}>
        登录
      </a>
    </div>
  );
}

function Shown({ channel, screen }: ScreenProps) {
  const at = channel.screens.indexOf(screen);
  const before = channel.screens[at - 1];
  const entries = <Entries channel={channel} screen={screen} />;
  return (
    <Page
      title={screen.title}
      lead={screen.lead}
      {...(before ? { back: { href: screenHref(channel, before.name), text: before.title } } : {})}
    >
      {screen.before && (
        <p className="hint channel-before">
          在{channel.place}里：{screen.before}
        </p>
      )}
      {screen.asksPlace ? (
        <PlaceAndCredential back={screenHref(channel, screen.name)}>{entries}</PlaceAndCredential>
      ) : (
        <>
          {at === 0 && <SignInFirst href={screenHref(channel, screen.name)} />}
          {entries}
        </>
      )}
    </Page>
  );
}

export default function ChannelPages() {
  const { channel: code = '', screen: name } = useParams<{ channel: string; screen?: string }>();
  const channel = channelOf(code);
  useEffect(() => enterChannel(channel), [channel]);
  if (!channel) return <Redirect to={code === 'web' ? '/' : '/c'} replace />;
  const screen = channel.screens.find((each) => each.name === (name ?? channel.screens[0].name));
  if (!screen) return <Redirect to={screenHref(channel, channel.screens[0].name)} replace />;
  return <Shown key={screen.name} channel={channel} screen={screen} />;
}
