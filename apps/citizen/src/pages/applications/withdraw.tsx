// 撤回申请: asked once more before it is done.
import type { Answer } from '@gongji/contract';
import { useState } from 'react';
import { useAct } from '../../api/hooks.ts';
import { Button } from '../../parts/button.tsx';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';

export function Withdraw({ application }: { application: Answer<'getApplication'> }) {
  const [asking, setAsking] = useState(false);
  const withdraw = useAct('withdrawApplication');
  const confirm = () =>
    withdraw.mutate(
      { params: { applicationId: application.applicationId }, body: {} },
      { onSuccess: () => setAsking(false) },
    );
  return (
    <div className="actions actions-quiet">
      <Button onPress={() => setAsking(true)}>撤回申请</Button>
      {asking && (
        <ConfirmDialog
          title={`撤回绑定${application.member.name}的申请？`}
          confirm="确认撤回"
          working={withdraw.isPending && '正在撤回…'}
          onConfirm={confirm}
          onClose={() => setAsking(false)}
        >
          <p>撤回后这份申请就结束了，家人不能用您的账户。以后想绑定，可以重新申请。</p>
          {withdraw.isError && <ProblemNotice acted problem={withdraw.error} onRetry={confirm} />}
        </ConfirmDialog>
      )}
    </div>
  );
}
