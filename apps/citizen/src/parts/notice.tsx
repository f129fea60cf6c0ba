// A framed message: what is so, or what one should know.
import type { ReactNode } from 'react';

interface NoticeProps {
  tone: 'good' | 'plain' | 'warn' | 'bad';
  title?: string;
  /** Read aloud when it appears. */
  live?: boolean;
  children?: ReactNode;
}

export const Notice = ({ tone, title, live = false, children }: NoticeProps) => (
  <div className={`notice notice-${tone}`} role={live ? (tone === 'bad' ? 'alert' : 'status') : undefined}>
    {title && <p className="notice-title">{title}</p>}
    {children}
  </div>
);
