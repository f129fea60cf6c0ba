// Every channel of the service, by province: all lead to the same pages, each by its own labels.
import { Link } from 'wouter';
import { channels, screenHref } from '../../channel/channels.ts';
import { ArrowRight } from '../../parts/icons.tsx';
import { Page } from '../../shell/page.tsx';

const provinces = ['安徽', '辽宁'] as const;

export default function ChannelListPage() {
  return (
    <Page
      title="从哪里办"
      back={{ href: '/', text: '首页' }}
      lead="在哪个地方办都一样：同一个账户、同一份记录。选您手机上有的那一个。"
    >
      {provinces.map((province) => (
        <section key={province} className="block" aria-labelledby={`in-${province}`}>
          <h2 id={`in-${province}`}>{province}</h2>
          <ul className="tiles">
            {channels
              .filter((channel) => channel.province === province)
              .map((channel) => (
                <li key={channel.code}>
                  <Link href={screenHref(channel, channel.screens[0].name)} className="tile">
                    <span className="tile-words">
                      <span className="tile-name">{channel.name}</span>
                      <span className="tile-text">{channel.place}</span>
                    </span>
                    <ArrowRight />
                  </Link>
                </li>
              ))}
          </ul>
        </section>
      ))}
      <p>
        <Link href="/c/web" className="link-alone">
          不经过这些渠道，直接在网页上办
        </Link>
      </p>
    </Page>
  );
}
