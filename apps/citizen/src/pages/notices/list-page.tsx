// 消息: what happened, newest first; opening one leads to its page and marks it as read.
import type { Answer } from '@gongji/contract';
import { Link } from 'wouter';
import { useAct, useAnswer } from '../../api/hooks.ts';
import { instantWords } from '../../lib/date.ts';
import { Asked } from '../../parts/asked.tsx';
import { Button } from '../../parts/button.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { Page } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/signed-in.tsx';
import { noticeHref } from './notice-href.ts';

type Notice = Answer<'listNotices'>['items'][number];

function Row({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  return (
    <li>
      <Link
        href={noticeHref(notice)}
        className={`record${notice.isRead ? '' : ' record-new'}`}
        onClick={onOpen}
      >
        <span className="record-row">
          <span className="record-name">{notice.title}</span>
          {!notice.isRead && (
            <StateTag tone={notice.isAsking ? 'wait' : 'good'}>
              {notice.isAsking ? '未读 · 等您办' : '未读'}
            </StateTag>
          )}
        </span>
        <span className="record-words">{notice.text}</span>
        <span className="record-note">{instantWords(notice.at)}</span>
      </Link>
    </li>
  );
}

function Inbox() {
  const notices = useAnswer('listNotices');
  const read = useAct('readNotices');
  const unread = notices.data?.unread ?? 0;
  const mark = (noticeIds: string[]) => read.mutate({ body: { noticeIds } });
  return (
    <Page
      title="消息"
      back={{ href: '/', text: '首页' }}
      lead="办理进度、谁用了您的钱、退款、缴费开始和截止，都在这里告诉您，同时发短信到您的手机。"
    >
      <Asked query={notices} waiting="正在读取消息…">
        {({ items }) =>
          items.length === 0 ? (
            <p className="empty">还没有消息。</p>
          ) : (
            <>
              <p role="status">{unread === 0 ? '都看过了。' : `${unread} 条没有看过。`}</p>
              <ul className="records">
                {items.map((notice) => (
                  <Row
                    key={notice.noticeId}
                    notice={notice}
                    onOpen={() => {
                      if (!notice.isRead) mark([notice.noticeId]);
                    }}
                  />
                ))}
              </ul>
              {unread > 0 && (
                <div className="actions">
                  <Button main onPress={() => mark([])} working={read.isPending && '正在标记…'}>
                    全部标为已读
                  </Button>
                </div>
              )}
              {read.isError && <ProblemNotice problem={read.error} />}
            </>
          )
        }
      </Asked>
    </Page>
  );
}

export default function NoticeListPage() {
  return <SignedIn>{() => <Inbox />}</SignedIn>;
}
