// Pausing a member at once, and letting the use go on: one tap, no form.
import type { Answer } from '@gongji/contract';
import { useAct } from '../../api/hooks.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';

export function PauseSwitch({ relation }: { relation: Answer<'getRelation'>['relation'] }) {
  const pause = useAct('pauseRelation');
  const { relationId, member, control } = relation;
  const set = (paused: boolean) => pause.mutate({ params: { relationId }, body: { paused } });
  return (
    <>
      {pause.isError && <ProblemNotice acted problem={pause.error} onRetry={() => set(!control.paused)} />}
      <Notice
        tone={control.paused ? 'warn' : 'good'}
        title={control.paused ? `已暂停：${member.name}现在不能用您的账户` : `${member.name}可以用您的账户`}
        live
      >
        <p>
          {control.paused
            ? '恢复后马上可以使用，下面的设置不变。'
            : '发现不对劲时可以马上暂停；已经付完的钱不受影响。'}
        </p>
      </Notice>
      <div className="actions">
        {control.paused ? (
          <Button main onPress={() => set(false)} working={pause.isPending && '正在恢复…'}>
            恢复使用
          </Button>
        ) : (
          <Button danger onPress={() => set(true)} working={pause.isPending && '正在暂停…'}>
            马上暂停
          </Button>
        )}
      </div>
    </>
  );
}
