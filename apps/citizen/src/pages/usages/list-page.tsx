// 谁用了我的钱 and 谁为我付了钱: every use, day by day, with this year's total of each member.
import type { Answer } from '@gongji/contract';
import { Link, useLocation } from 'wouter';
import { useAnswer } from '../../api/hooks.ts';
import { clockOf, dayWords } from '../../lib/date.ts';
import { formatFen } from '../../lib/money.ts';
import { byDay, type Usage } from '../../lib/usages.ts';
import { Asked } from '../../parts/asked.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { Page } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/signed-in.tsx';

function Row({ usage, received }: { usage: Usage; received: boolean }) {
  const returned = usage.direction === 'returned';
  return (
    <li>
      <Link href={`/usages/${usage.usageId}`} className="record">
        <span className="record-row">
          <span className="record-name">
            {received ? `${usage.giver.name}付` : usage.member.name} · {usage.purposeText}
          </span>
          <span className={`figures record-fen${returned ? ' record-fen-back' : ''}`}>
            {returned ? '+' : '−'}
            {formatFen(usage.fen)}
          </span>
        </span>
        <span className="record-row">
          <span className="record-note">
            {clockOf(usage.at)} · {usage.place}（{usage.areaName}）
          </span>
          {returned && <StateTag tone="good">退回</StateTag>}
          {usage.reversed && <StateTag tone="quiet">已退回</StateTag>}
        </span>
      </Link>
    </li>
  );
}

function Days({ usages, received }: { usages: Usage[]; received: boolean }) {
  if (usages.length === 0) {
    return <p className="empty">{received ? '家人的账户还没有为您付过钱。' : '家人还没有用过您的钱。'}</p>;
  }
  return byDay(usages).map(({ day, usages: ofDay }) => (
    <section key={day} className="day" aria-label={dayWords(day)}>
      <h2>{dayWords(day)}</h2>
      <ul className="records">
        {ofDay.map((usage) => (
          <Row key={usage.usageId} usage={usage} received={received} />
        ))}
      </ul>
    </section>
  ));
}

function Totals({ totals }: { totals: Answer<'listUsages'>['totals'] }) {
  if (totals.length === 0) return null;
  const mostFen = Math.max(1, ...totals.map(({ usedThisYearFen }) => usedThisYearFen));
  return (
    <section className="aside-block">
      <h2>今年每位家人用了多少</h2>
      <ul className="totals">
        {totals.map(({ member, usedThisYearFen }) => (
          <li key={member.personNo}>
            <p className="lines-row">
              <span>{member.name}</span>
              <strong className="figures">{formatFen(usedThisYearFen)}</strong>
            </p>
            <meter aria-hidden="true" min={0} max={mostFen} value={usedThisYearFen} />
          </li>
        ))}
      </ul>
      <p className="hint">已减去退回的钱。</p>
    </section>
  );
}

/** Somebody who only ever received sees that side, whatever was asked for: the other one is empty. */
function List({ asked }: { asked: boolean }) {
  const usages = useAnswer('listUsages');
  const onlyMember = usages.data && usages.data.asGiver.length === 0 && usages.data.asMember.length > 0;
  const received = asked || onlyMember === true;
  return (
    <Page
      title={received ? '谁为我付了钱' : '谁用了我的钱'}
      back={{ href: '/', text: '首页' }}
      lead={received ? '家人的共济账户为您付过的每一笔。' : '点开任何一笔，都能看到是怎么算出来的。'}
      aside={
        !received && usages.data && usages.data.totals.length > 0 && <Totals totals={usages.data.totals} />
      }
    >
      {!onlyMember && (
        <nav className="switcher" aria-label="查看哪一边">
          <Link href="/usages" aria-current={received ? undefined : 'page'}>
            谁用了我的钱
          </Link>
          <Link href="/usages/received" aria-current={received ? 'page' : undefined}>
            谁为我付了钱
          </Link>
        </nav>
      )}
      <Asked query={usages} waiting="正在读取使用记录…">
        {({ asGiver, asMember }) => <Days usages={received ? asMember : asGiver} received={received} />}
      </Asked>
    </Page>
  );
}

export default function UsageListPage() {
  const [path] = useLocation();
  return <SignedIn>{() => <List key={path} asked={path === '/usages/received'} />}</SignedIn>;
}
