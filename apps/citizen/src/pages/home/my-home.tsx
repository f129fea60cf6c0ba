// After sign-in: the account, and the services by the guides' own names.
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useAnswer } from '../../api/hooks.ts';
import { useLabels } from '../../channel/labels.ts';
import { breakClass } from '../../lib/break-class.ts';
import {
  ArrowRight,
  CodeIcon,
  CredentialIcon,
  FamilyIcon,
  OrderIcon,
  PaymentsIcon,
  PlaceIcon,
  PremiumIcon,
  ProgressIcon,
  SumIcon,
  UsageIcon,
} from '../../parts/icons.tsx';
import { Asked } from '../../parts/asked.tsx';
import { Page } from '../../shell/page.tsx';
import { useSession, type SignedInPerson } from '../../shell/session.ts';
import { Balance } from './balance.tsx';
import { NewNotices } from './new-notices.tsx';
import { WaitingForYou } from './waiting-for-you.tsx';

interface TileProps {
  href: string;
  icon: ReactNode;
  name: string;
  text: string;
}

const Tile = ({ href, icon, name, text }: TileProps) => (
  <li>
    <Link href={href} className="tile">
      <span className="tile-icon">{icon}</span>
      <span className="tile-words">
        <span className={`tile-name ${breakClass(name) ?? ''}`}>{name}</span>
        <span className="tile-text">{text}</span>
      </span>
      <ArrowRight />
    </Link>
  </li>
);

export function MyHome({ person }: { person: SignedInPerson }) {
  const helping = useSession().data?.helper != null;
  const me = useAnswer('getMe');
  const labels = useLabels(person.area);
  return (
    <Page wide title={helping ? `代${person.name}办理` : `${person.name}，您好`}>
      {!helping && <NewNotices />}
      {!helping && <WaitingForYou />}
      <div className="home">
        <Asked query={me} waiting="正在读取您的账户…">
          {(answer) => <Balance me={answer} />}
        </Asked>
        <nav aria-label="业务办理">
          <ul className="tiles">
            <Tile
              href="/bind"
              icon={<FamilyIcon />}
              name={labels.bind}
              text={`${labels.add}，查看已绑定的家人，解绑`}
            />
            {!helping && (
              <Tile
                href="/credential"
                icon={<CredentialIcon />}
                name="医保电子凭证"
                text="看病、买药付钱时出示，请收费员扫码"
              />
            )}
            {!helping && (
              <Tile
                href="/family-account"
                icon={<CodeIcon />}
                name="亲情账户"
                text="代家人出示医保码，不涉及钱"
              />
            )}
            <Tile
              href="/premium"
              icon={<PremiumIcon />}
              name="城乡居民(个人共济账户)缴费"
              text="用职工医保个人账户缴家人的居民医保费"
            />
            {person.scheme === 'employee' ? (
              <Tile
                href="/usages"
                icon={<UsageIcon />}
                name="谁用了我的钱"
                text="时间、地点、用途、金额，一笔一笔看"
              />
            ) : (
              <Tile
                href="/usages/received"
                icon={<UsageIcon />}
                name="谁为我付了钱"
                text="家人的共济账户为您付过的每一笔"
              />
            )}
            <Tile
              href="/calculator"
              icon={<SumIcon />}
              name="看病先算一算"
              text="去哪里看、各付多少，去之前先比一比"
            />
            <Tile
              href="/elsewhere"
              icon={<PlaceIcon />}
              name="异地就医备案"
              text="去外地看病先备案，看有效期和哪里不一样"
            />
            {!helping && (
              <Tile
                href="/orders"
                icon={<OrderIcon />}
                name="线上订单"
                text="医院、药店发来的订单，看清后再确认付款"
              />
            )}
            {!helping && (
              <Tile
                href="/helpers"
                icon={<FamilyIcon />}
                name="请家人代办"
                text="请信得过的家人替您办，或替家人办"
              />
            )}
            <Tile href="/premiums" icon={<PaymentsIcon />} name="缴费记录" text="缴费状态和缴费凭证" />
            <Tile href="/applications" icon={<ProgressIcon />} name="办理进度" text="绑定申请办到哪一步了" />
          </ul>
        </nav>
      </div>
    </Page>
  );
}
