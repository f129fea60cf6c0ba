// A page: one h1 that gets the focus after navigation, the document's title, a way back, and a column.
import { useEffect, useRef, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { ArrowLeft } from '../parts/icons.tsx';

interface PageProps {
  title: string;
  back?: { href: string; text: string };
  /** Where one is in a task, e.g. 第 2 步，共 5 步. */
  step?: string;
  lead?: ReactNode;
  /** Shown beside the column on wide screens and below it on phones. */
  aside?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}

/** Before the person has done anything the browser's own start of the page is right, and nothing is moved. */
let touched = false;
for (const event of ['pointerdown', 'keydown', 'popstate']) {
  window.addEventListener(event, () => (touched = true), { capture: true, once: true });
}

export function Page({ title, back, step, lead, aside, wide = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [path] = useLocation();
  useEffect(() => {
    document.title = `${step ? `${step} · ` : ''}${title} · 医保家庭共济`;
  }, [title, step]);
  useEffect(() => {
    if (!touched) return;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [path]);
  return (
    <div className={`page${aside ? ' page-with-aside' : ''}${wide ? ' page-wide' : ''}`}>
      <div className="page-column">
        {back && (
          <Link href={back.href} className="back-link">
            <ArrowLeft />
            {back.text}
          </Link>
        )}
        <header className="page-head">
          {step && <p className="page-step">{step}</p>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <p className="page-lead">{lead}</p>}
        </header>
        {children}
      </div>
      {aside && <aside className="page-aside">{aside}</aside>}
    </div>
  );
}
