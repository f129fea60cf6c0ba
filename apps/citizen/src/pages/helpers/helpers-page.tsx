// 授权代办: who may act for me, for whom I may act, and what was done.
import type { Answer } from '@gongji/contract';
import { delegationScopeWords } from '@gongji/contract/words';
import { useState } from 'react';
import { Link } from 'wouter';
import { useAct, useAnswer } from '../../api/hooks.ts';
import { dayWords } from '../../lib/date.ts';
import { Asked } from '../../parts/asked.tsx';
import { Button } from '../../parts/button.tsx';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PersonCard } from '../../parts/person-card.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { StateTag, type Tone } from '../../parts/state-tag.tsx';
import { Timeline } from '../../parts/timeline.tsx';
import { beginAfresh } from '../../shell/helper-banner.tsx';
import { Page } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/signed-in.tsx';
import { useSession } from '../../shell/session.ts';

type Delegation = Answer<'listDelegations'>['given'][number];

const states: Record<Delegation['state'], { text: string; tone: Tone }> = {
  active: { text: '有效', tone: 'good' },
  'not-yet': { text: '还没开始', tone: 'wait' },
  over: { text: '已到期', tone: 'quiet' },
  revoked: { text: '已收回', tone: 'quiet' },
};
const isOpen = ({ state }: Delegation) => state === 'active' || state === 'not-yet';

function Start({ delegation }: { delegation: Delegation }) {
  const start = useAct('setActing');
  const go = () =>
    start.mutate({ body: { delegationId: delegation.delegationId } }, { onSuccess: beginAfresh });
  return (
    <>
      {start.isError && <ProblemNotice acted problem={start.error} onRetry={go} />}
      <Button main onPress={go} working={start.isPending && '正在打开…'}>
        {`代${delegation.principal.name}办理`}
      </Button>
    </>
  );
}

function One({ delegation, given }: { delegation: Delegation; given: boolean }) {
  const revoke = useAct('revokeDelegation');
  const [asking, setAsking] = useState(false);
  const { delegationId, principal, helper, scopes, from, to, state, history } = delegation;
  const send = () =>
    revoke.mutate({ params: { delegationId }, body: {} }, { onSettled: () => setAsking(false) });
  return (
    <li>
      <PersonCard person={given ? helper : principal} role={given ? '代办人' : '授权人'} check={false} />
      <Facts
        items={[
          { name: '状态', value: <StateTag tone={states[state].tone}>{states[state].text}</StateTag> },
          { name: '可以代办', value: scopes.map((scope) => delegationScopeWords[scope]).join('；') },
          { name: '有效期', value: `${dayWords(from)}至${dayWords(to)}` },
        ]}
      />
      {revoke.isError && <ProblemNotice acted problem={revoke.error} onRetry={send} />}
      {isOpen(delegation) && (
        <div className="actions">
          {!given && state === 'active' && <Start delegation={delegation} />}
          <Button onPress={() => setAsking(true)}>
            {given ? `收回给${helper.name}的授权` : `不再代${principal.name}办理`}
          </Button>
        </div>
      )}
      <Timeline
        steps={history.toReversed()}
        title={given ? `${helper.name}替您办过什么` : `您替${principal.name}办过什么`}
        anonymous
      />
      {asking && (
        <ConfirmDialog
          title={given ? `收回给${helper.name}的授权？` : `不再代${principal.name}办理？`}
          confirm={given ? '确认收回' : '确认退出'}
          working={revoke.isPending && '正在提交…'}
          onConfirm={send}
          onClose={() => setAsking(false)}
        >
          <p>马上生效。已经办完的业务不受影响，双方都会收到通知。</p>
        </ConfirmDialog>
      )}
    </li>
  );
}

function List({ items, given }: { items: Delegation[]; given: boolean }) {
  if (items.length === 0)
    return (
      <p className="empty">{given ? '您还没有请人代办。' : '还没有人请您代办。对方授权后会出现在这里。'}</p>
    );
  return (
    <ul className="plain-cards">
      {items
        .toSorted((one, other) => Number(isOpen(other)) - Number(isOpen(one)))
        .map((delegation) => (
          <One key={delegation.delegationId} delegation={delegation} given={given} />
        ))}
    </ul>
  );
}

function Shown() {
  const delegations = useAnswer('listDelegations');
  return (
    <Asked query={delegations} waiting="正在读取授权…">
      {({ given, received }) => (
        <>
          <section className="block">
            <h2>我帮谁办</h2>
            <List items={received} given={false} />
          </section>
          <section className="block">
            <h2>谁帮我办</h2>
            <List items={given} given />
            <div className="actions">
              <Link className="button" href="/helpers/new">
                请一位家人代我办
              </Link>
            </div>
          </section>
        </>
      )}
    </Asked>
  );
}

export default function HelpersPage() {
  const helping = useSession().data?.helper != null;
  return (
    <SignedIn>
      {() => (
        <Page
          title="请家人代办"
          back={{ href: '/', text: '首页' }}
          lead="不会用手机，可以请信得过的家人代您办。他用自己的凭证登录，您随时可以收回。"
        >
          {helping ? (
            <Notice tone="plain" title="您正在代别人办理">
              <p>授权只能由本人给、由本人收回。请先点上面的“不代办了”，再回到这里。</p>
            </Notice>
          ) : (
            <Shown />
          )}
        </Page>
      )}
    </SignedIn>
  );
}
