// Approves the chosen clean cases together, after a look at the list; what was left alone is told with its reason.
import type { BulkApproval as Outcome, ReviewSummary } from '@gongji/contract';
import { relationWords } from '@gongji/contract/words';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { failureIn } from '../api/failure.ts';
import { once } from '../api/intent.ts';
import { noticeExpiry, refreshAll } from '../api/queries.ts';
import { FailureNotice } from '../shared/FailureNotice.tsx';

const mostAtOnce = 50;

interface BulkApprovalProps {
  clean: ReviewSummary[];
  chosen: ReviewSummary[];
  onChoose: (applicationIds: string[]) => void;
}

export function BulkApproval({ clean, chosen, onChoose }: BulkApprovalProps) {
  const [isAsking, setIsAsking] = useState(false);
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const body = {
    items: chosen.map(({ applicationId, version }) => ({ applicationId, seenVersion: version })),
  };
  const approve = useMutation({
    mutationFn: () => once('approve-clean', body, (key) => call('approveCleanReviews', { body, key })),
    onSuccess: async () => {
      setNames(new Map(chosen.map((item) => [item.applicationId, item.memberName])));
      setIsAsking(false);
      onChoose([]);
      await refreshAll();
    },
    onError: noticeExpiry,
  });
  const failure = failureIn(approve.error);
  if (clean.length === 0 && !approve.data) return null;
  return (
    <div className="bulk">
      <span>{clean.length} 件无异常：自动核验全部通过、与登记一致、没有风险提示。</span>
      <Button
        onClick={() => onChoose(clean.slice(0, mostAtOnce).map((item) => item.applicationId))}
        disabled={chosen.length === Math.min(clean.length, mostAtOnce)}
      >
        选中无异常的
      </Button>
      <Button type="primary" disabled={chosen.length === 0} onClick={() => setIsAsking(true)}>
        批量通过（{chosen.length}）
      </Button>
      {approve.data && <Outcomes outcome={approve.data} names={names} />}
      <Modal
        open={isAsking}
        title={`批量通过 ${chosen.length} 件申请`}
        okText={`确认通过 ${chosen.length} 件`}
        cancelText="再看看"
        confirmLoading={approve.isPending}
        onOk={() => approve.mutate()}
        onCancel={() => setIsAsking(false)}
      >
        <p>通过后共济关系立即建立。申请人将看到：“材料齐全，与登记信息一致，审核通过。”</p>
        <ul className="bulk-list">
          {chosen.map((item) => (
            <li key={item.applicationId}>
              {item.giverName} 绑定 {item.memberName}（{relationWords[item.relation]}）
            </li>
          ))}
        </ul>
        {failure && <FailureNotice failure={failure} onRetry={() => approve.mutate()} />}
      </Modal>
    </div>
  );
}

function Outcomes({ outcome, names }: { outcome: Outcome; names: ReadonlyMap<string, string> }) {
  const left = outcome.items.filter((item) => !item.isApproved);
  const done = outcome.items.length - left.length;
  return (
    <Alert
      className="bulk-outcome"
      type={left.length === 0 ? 'success' : 'warning'}
      showIcon
      title={`已通过 ${done} 件${left.length > 0 ? `，${left.length} 件没有办理，请单独打开` : ''}。`}
      description={left.map((item) => (
        <div key={item.applicationId}>
          {names.get(item.applicationId)}：{item.text}
        </div>
      ))}
    />
  );
}
