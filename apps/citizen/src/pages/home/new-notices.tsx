// The way to the messages, with how many are unread.
import { Link } from 'wouter';
import { useAnswer } from '../../api/hooks.ts';
import { ArrowRight, NoticeIcon } from '../../parts/icons.tsx';

export function NewNotices() {
  const count = useAnswer('countNotices');
  const unread = count.data?.unread ?? 0;
  return (
    <Link href="/notices" className={`notices-link${unread > 0 ? ' notices-link-new' : ''}`}>
      <NoticeIcon />
      <span>{unread > 0 ? `消息：${unread} 条没有看过` : '消息'}</span>
      <ArrowRight />
    </Link>
  );
}
