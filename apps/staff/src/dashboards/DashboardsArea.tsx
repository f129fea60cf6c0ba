// Dashboards of the area: money, relations, applications, premiums; every number opens the list behind it.
import type { ReportListBody } from '@gongji/contract';
import { useState } from 'react';
import { Link } from 'wouter';
import { NotFoundPage } from '../shell/NotFoundPage.tsx';
import type { WorkPageProps } from '../shell/work.ts';
import { ApplicationsBoard } from './ApplicationsBoard.tsx';
import { BehindNumber } from './BehindNumber.tsx';
import type { Behind } from './BehindNumber.tsx';
import { MoneyBoard } from './MoneyBoard.tsx';
import { PremiumsBoard } from './PremiumsBoard.tsx';
import { RelationsBoard } from './RelationsBoard.tsx';
import '../styles/accounts.css';
import '../styles/finance.css';
import '../styles/dashboards.css';

const boards = [
  ['money', '资金'],
  ['relations', '绑定关系'],
  ['applications', '绑定申请'],
  ['premiums', '居民保费'],
] as const;

export interface BoardProps {
  today: string;
  /** Shows the list behind a number. */
  open: (title: string, body: ReportListBody) => void;
}

export default function DashboardsArea({
  session: { today, staff },
  place: [board = 'money'],
}: WorkPageProps) {
  const [behind, setBehind] = useState<Behind>();
  const open: BoardProps['open'] = (title, body) => setBehind({ title, body });
  const props = { today, open };
  return (
    <div className="page finance">
      <nav className="finance-nav" aria-label="统计">
        {boards.map(([path, name]) => (
          <Link key={path} href={`/dashboards/${path}`} aria-current={board === path ? 'page' : undefined}>
            {name}
          </Link>
        ))}
      </nav>
      {board === 'money' ? (
        <MoneyBoard {...props} />
      ) : board === 'relations' ? (
        <RelationsBoard {...props} />
      ) : board === 'applications' ? (
        <ApplicationsBoard {...props} />
      ) : board === 'premiums' ? (
        <PremiumsBoard {...props} />
      ) : (
        <NotFoundPage home="/dashboards" />
      )}
      {behind && <BehindNumber behind={behind} role={staff.role} onClose={() => setBehind(undefined)} />}
    </div>
  );
}
