// The bar at the top: the product, the pages of the role, who is signed in, and the way out.
import type { StaffMark } from '@gongji/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { asFailure } from '../api/failure.ts';
import type { Failure } from '../api/failure.ts';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { roleWords } from '@gongji/contract/words';
import { signOut, switchStaff } from './signIn.ts';
import { workOf } from './work.ts';

export function Header({ staff }: { staff: StaffMark | null }) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const leave = (way: () => Promise<void>) => {
    setFailure(null);
    way().catch((error: unknown) => setFailure(asFailure(error)));
  };
  return (
    <header className="header">
      <div className="header-bar">
        <Link href="/" className="header-brand">
          <Mark />
          <span>共济 · 经办平台</span>
        </Link>
        {staff && <Links staff={staff} />}
        {staff && (
          <div className="header-who">
            <span className="header-place">{staff.institution?.name ?? `${staff.areaName}医保经办`}</span>
            <span>
              {staff.name}
              <span className="header-role">{roleWords[staff.role]}</span>
            </span>
            <Button size="small" ghost onClick={() => leave(switchStaff)}>
              换人
            </Button>
            <Button size="small" ghost onClick={() => leave(signOut)}>
              退出
            </Button>
          </div>
        )}
      </div>
      {failure && <FailureNotice failure={failure} />}
    </header>
  );
}

function Links({ staff }: { staff: StaffMark }) {
  const [location] = useLocation();
  const links = workOf(staff).flatMap(({ path, label, links: further = [] }) => [
    { to: path, label },
    ...further,
  ]);
  const current = links.filter(({ to }) => location === to || location.startsWith(`${to}/`)).at(-1);
  return (
    <nav className="header-links" aria-label="主要页面">
      {links.map((link) => (
        <Link key={link.to} href={link.to} aria-current={link === current ? 'page' : undefined}>
          {link.label}
        </Link>
      ))}
    </nav>
  );
}

function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#fff" />
      <path d="M9 12.5a3.5 3.5 0 1 1 7 0 3.5 3.5 0 0 1 7 0c0 4.2-7 9.5-7 9.5s-7-5.3-7-9.5z" fill="#0f5f6b" />
    </svg>
  );
}
