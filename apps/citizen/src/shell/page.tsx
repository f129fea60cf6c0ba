// A page: one h1 that gets the focus after navigation, the document's title, a way back, and a column.
import { useEffect, useRef, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { breakClass } from '../lib/break-class.ts';
import { ArrowLeft } from '../parts/icons.tsx';

interface Progress {
  names: readonly string[];
  /** From 0. */
  index: number;
}

interface PageProps {
  title: string;
  back?: { href: string; text: string };
  /** Where one is in a task of several steps. */
  progress?: Progress;
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

export function Page({ title, back, progress, lead, aside, wide = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [path] = useLocation();
  const step = progress && `第 ${progress.index + 1} 步，共 ${progress.names.length} 步`;
  const beside = Boolean(aside) || progress !== undefined;
  useEffect(() => {
    document.title = `${step ? `${step} · ` : ''}${title} · 医保家庭共济`;
  }, [title, step]);
  useEffect(() => {
    if (!touched) return;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [path]);
  return (
    <div className={`page${beside ? ' page-with-aside' : ''}${wide ? ' page-wide' : ''}`}>
      <div className="page-column">
        {back && (
          <Link href={back.href} className="back-link">
            <ArrowLeft />
            {back.text}
          </Link>
        )}
        <header className="page-head">
          {step && <p className="page-step">{step}</p>}
          <h1 ref={heading} tabIndex={-1} className={breakClass(title)}>
            {title}
          </h1>
          {lead && <p className="page-lead">{lead}</p>}
        </header>
        {children}
      </div>
      {beside && (
        <aside className={`page-aside${aside ? '' : ' page-aside-wide-only'}`} aria-label="相关信息">
          {progress && (
            <ol className="steps" aria-label="办理步骤">
              {progress.names.map((name, index) => (
                <li
                  key={name}
                  className={index < progress.index ? 'steps-done' : undefined}
                  aria-current={index === progress.index ? 'step' : undefined}
                >
                  {name}
                </li>
              ))}
            </ol>
          )}
          {aside}
        </aside>
      )}
    </div>
  );
}
