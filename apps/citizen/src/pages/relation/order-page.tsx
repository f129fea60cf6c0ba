// A member with several givers puts them in order: whose money is used first.
import type { Answer } from '@gongji/contract';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useAct, useAnswer } from '../../api/hooks.ts';
import { Asked } from '../../parts/asked.tsx';
import { Button } from '../../parts/button.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { Page } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/signed-in.tsx';

type Received = Answer<'listRelations'>['received'];

/** The list with the entry at `index` one place higher. */
const raised = (list: Received, index: number): Received =>
  list.map((entry, at) => (at === index - 1 ? list[index] : at === index ? list[index - 1] : entry) ?? entry);

function Order({ relations }: { relations: Received }) {
  const [order, setOrder] = useState(relations);
  const [said, setSaid] = useState('');
  const [, navigate] = useLocation();
  const save = useAct('orderGivers');
  const send = () =>
    save.mutate(
      { body: { relationIds: order.map(({ relationId }) => relationId) } },
      { onSuccess: () => navigate('/bind') },
    );
  return (
    <>
      {save.isError && <ProblemNotice acted problem={save.error} onRetry={send} />}
      <ol className="plain-cards">
        {order.map(({ relationId, giver }, index) => (
          <li key={relationId}>
            <p>
              <strong>
                {index + 1}. {giver.name}
              </strong>
              （{giver.areaName}）{index === 0 && '，先用'}
            </p>
            {index > 0 && (
              <Button
                onPress={() => {
                  setOrder(raised(order, index));
                  setSaid(`${giver.name}现在排第 ${index} 位。`);
                }}
              >
                把 {giver.name} 往前移
              </Button>
            )}
          </li>
        ))}
      </ol>
      <p role="status">{said}</p>
      <div className="actions">
        <Button main onPress={send} working={save.isPending && '正在保存…'}>
          保存顺序
        </Button>
      </div>
    </>
  );
}

export default function OrderPage() {
  const relations = useAnswer('listRelations');
  return (
    <SignedIn>
      {() => (
        <Page
          title="先用谁的钱"
          back={{ href: '/bind', text: '返回' }}
          lead="几位家人让您用他们的账户时，从排第一的开始用，不够再用下一位的。"
        >
          <Asked query={relations} waiting="正在读取共济关系…">
            {({ received }) => <Order relations={received.filter(({ state }) => state === 'active')} />}
          </Asked>
        </Page>
      )}
    </SignedIn>
  );
}
