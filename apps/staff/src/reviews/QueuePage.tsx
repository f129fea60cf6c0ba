// The queues of the area with their counts; the next case is taken with one key.
import type { ReviewQueueName } from '@gongji/contract';
import { Button } from 'antd';
import { Link, useLocation } from 'wouter';
import { asFailure } from '../api/failure.ts';
import { useAnswer } from '../api/queries.ts';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { Loading } from '../shared/Loading.tsx';
import { PageTitle } from '../shared/PageTitle.tsx';
import { useShortcuts } from '../shared/useShortcuts.ts';
import type { OnNotice } from './notice.ts';
import { queueNames, queueWords } from './queues.ts';
import { QueueTable } from './QueueTable.tsx';
import { ShortcutHelp } from './ShortcutHelp.tsx';
import { useTakeNext } from './useTakeNext.ts';

/** Queues that one takes cases from; another one is looked at, and the next case comes from the team's. */
const takenFrom: readonly ReviewQueueName[] = ['team', 'mine', 'due-soon', 'escalated'];

interface QueuePageProps {
  queue: ReviewQueueName;
  onNotice: OnNotice;
}

export function QueuePage({ queue, onNotice }: QueuePageProps) {
  const answer = useAnswer('listReviews', { queue });
  const [, navigate] = useLocation();
  const next = useTakeNext(takenFrom.includes(queue) ? queue : 'team', onNotice);
  const open = (name: ReviewQueueName) => navigate(name === 'team' ? '/reviews' : `/reviews/queue/${name}`);
  useShortcuts({
    j: () => moveRow(1),
    k: () => moveRow(-1),
    n: next.take,
    ...Object.fromEntries(queueNames.map((name, at) => [String(at + 1), () => open(name)])),
  });
  const counts = answer.data?.counts;
  return (
    <div className="page queue-page">
      <div className="page-head">
        <PageTitle name={`绑定审核：${queueWords[queue].label}`}>绑定审核</PageTitle>
        <div className="page-actions">
          <ShortcutHelp />
          <Button type="primary" loading={next.isPending} onClick={next.take}>
            领取下一件 <kbd>N</kbd>
          </Button>
        </div>
      </div>
      {next.failure && <FailureNotice failure={next.failure} onRetry={next.take} />}
      <nav className="queues" aria-label="待办队列">
        {queueNames.map((name, at) => (
          <Link
            key={name}
            href={name === 'team' ? '/reviews' : `/reviews/queue/${name}`}
            aria-current={name === queue ? 'page' : undefined}
            className={name === 'due-soon' && counts && counts[name] > 0 ? 'queue-pressing' : ''}
          >
            <span>
              <kbd>{at + 1}</kbd> {queueWords[name].label}
            </span>
            <strong>{counts?.[name] ?? '…'}</strong>
          </Link>
        ))}
      </nav>
      {answer.isError && (
        <FailureNotice failure={asFailure(answer.error)} onRetry={() => void answer.refetch()} />
      )}
      {answer.isPending && <Loading what="正在读取待办" />}
      {answer.data && (
        <QueueTable key={queue} queue={queue} items={answer.data.items} count={answer.data.counts[queue]} />
      )}
    </div>
  );
}

/** Moves the focus among the rows that are shown. */
function moveRow(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('[data-row-link]')].filter(
    (link) => link.offsetParent !== null,
  );
  const at = links.findIndex((link) => link === document.activeElement);
  links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus();
}
