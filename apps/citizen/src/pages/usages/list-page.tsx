// 谁用了我的钱 and 谁为我付了钱: every use that the filter finds, day by day, with the sums by person and year.
import { usageExportPath } from '@gongji/contract/paths';
import { Link, useLocation } from 'wouter';
import { clockOf, dayWords } from '../../lib/date.ts';
import { formatFen } from '../../lib/money.ts';
import { byDay, type Usage } from '../../lib/usages.ts';
import { Asked } from '../../parts/asked.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { Page } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/signed-in.tsx';
import { Filters } from './filters.tsx';
import { queryOf, useFilter, useFound, type Filter, type Found } from './search.ts';
import { Years } from './years.tsx';

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

const isNarrowed = ({ personNo, purpose, months }: Filter) =>
  personNo !== null || purpose !== null || months !== null;

function emptyText(received: boolean, filter: Filter): string {
  if (isNarrowed(filter)) return '没有符合的记录。可以换一个时间、用途或家人再看。';
  return received ? '家人的账户还没有为您付过钱。' : '家人还没有用过您的钱。';
}

interface ShownProps {
  found: Found;
  filter: Filter;
  received: boolean;
}

function Exports({ filter, received }: Omit<ShownProps, 'found'>) {
  const query = `?side=${received ? 'received' : 'given'}&${queryOf(filter)}`;
  return (
    <section className="block">
      <h2>导出</h2>
      <p className="hint">导出上面筛选出来的记录。文件里有家人的姓名，请妥善保管。</p>
      <div className="actions">
        <a className="button" href={`${usageExportPath('pdf')}${query}`} download>
          导出 PDF
        </a>
        <a className="button" href={`${usageExportPath('csv')}${query}`} download>
          导出表格（CSV）
        </a>
      </div>
    </section>
  );
}

function Shown({ found, filter, received }: ShownProps) {
  const { items, count, netFen } = found;
  return (
    <>
      <p role="status" className="usage-sum">
        共 {count} 笔，{received ? '为您付了' : '用了'}{' '}
        <strong className="figures">{formatFen(netFen)}</strong>
        （已减去退回的）
      </p>
      {items.length === 0 && <p className="empty">{emptyText(received, filter)}</p>}
      {byDay(items).map(({ day, usages }) => (
        <section key={day} className="day" aria-label={dayWords(day)}>
          <h2>{dayWords(day)}</h2>
          <ul className="records">
            {usages.map((usage) => (
              <Row key={usage.usageId} usage={usage} received={received} />
            ))}
          </ul>
        </section>
      ))}
      {count > items.length && (
        <p className="hint">
          这里只列出最近的 {items.length} 笔；上面的合计包含全部 {count} 笔。要看更早的，请按时间筛选或导出。
        </p>
      )}
      <Years years={found.years} received={received} />
      {items.length > 0 && <Exports filter={filter} received={received} />}
    </>
  );
}

function List({ received }: { received: boolean }) {
  const [filter, change] = useFilter();
  const found = useFound(received ? 'received' : 'given', filter);
  return (
    <Page
      title={received ? '谁为我付了钱' : '谁用了我的钱'}
      back={{ href: '/', text: '首页' }}
      lead={received ? '家人的共济账户为您付过的每一笔。' : '点开任何一笔，都能看到是怎么算出来的。'}
    >
      <nav className="switcher" aria-label="查看哪一边">
        <Link href="/usages" aria-current={received ? undefined : 'page'}>
          谁用了我的钱
        </Link>
        <Link href="/usages/received" aria-current={received ? 'page' : undefined}>
          谁为我付了钱
        </Link>
      </nav>
      <Asked query={found} waiting="正在读取使用记录…">
        {(shown) => (
          <>
            {(shown.people.length > 0 || isNarrowed(filter)) && (
              <Filters filter={filter} onChange={change} people={shown.people} received={received} />
            )}
            <Shown found={shown} filter={filter} received={received} />
          </>
        )}
      </Asked>
    </Page>
  );
}

export default function UsageListPage() {
  const [path] = useLocation();
  return <SignedIn>{() => <List key={path} received={path === '/usages/received'} />}</SignedIn>;
}
