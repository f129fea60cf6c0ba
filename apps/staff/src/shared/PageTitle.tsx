// The one heading of a page: names the document and takes the focus when the page opens.
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

interface PageTitleProps {
  children: ReactNode;
  /** Name of the document when the heading is not plain text. */
  name?: string;
  /** False leaves the focus where the page puts it. */
  takesFocus?: boolean;
}

export function PageTitle({ children, name, takesFocus = true }: PageTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const title = name ?? (typeof children === 'string' ? children : '');
  useEffect(() => {
    document.title = `${title} - 共济 · 经办平台`;
    if (takesFocus) heading.current?.focus({ preventScroll: true });
  }, [title, takesFocus]);
  return (
    <h1 ref={heading} tabIndex={-1} className="page-title">
      {children}
    </h1>
  );
}
