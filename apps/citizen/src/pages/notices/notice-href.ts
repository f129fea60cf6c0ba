// The page that a notice leads to.
import type { Answer } from '@gongji/contract';

type Notice = Answer<'listNotices'>['items'][number];

export function noticeHref({
  subject: { kind, id },
  isAsking,
  title,
}: Pick<Notice, 'subject' | 'isAsking' | 'title'>): string {
  switch (kind) {
    case 'application':
      return isAsking && title.startsWith('请您同意') ? `/confirm/${id}` : `/applications/${id}`;
    case 'relation':
      return `/relations/${id}`;
    case 'usage':
      return `/usages/${id}`;
    case 'settlement':
      return '/usages/received';
    case 'premium':
      return `/premiums/${id}`;
    case 'order':
      return `/orders/${id}`;
    case 'family-account':
      return '/family-account';
    case 'delegation':
      return '/helpers';
    case 'window':
      return '/premium';
  }
}
