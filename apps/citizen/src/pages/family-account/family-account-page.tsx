// 亲情账户: whose insurance codes I show, who shows mine, and adding a relative; it is not mutual aid and moves no money.
import type { Answer } from '@gongji/contract';
import { useState } from 'react';
import { Link } from 'wouter';
import { useAct, useAnswer } from '../../api/hooks.ts';
import { dayOf, dayWords } from '../../lib/date.ts';
import { Asked } from '../../parts/asked.tsx';
import { Button } from '../../parts/button.tsx';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PersonCard } from '../../parts/person-card.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { SourceNote } from '../../parts/source-note.tsx';
import { Page } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/signed-in.tsx';
import { TwoAccounts } from '../home/two-accounts.tsx';
import { AddForm } from './add-form.tsx';

type Account = Answer<'listFamilyAccount'>;
type FamilyLink = Account['held'][number];

function EndButton({ link, isHolder }: { link: FamilyLink; isHolder: boolean }) {
  const [asking, setAsking] = useState(false);
  const end = useAct('endFamilyAccount');
  const { name } = link.person;
  const confirm = () =>
    end.mutate({ params: { linkId: link.linkId }, body: {} }, { onSuccess: () => setAsking(false) });
  return (
    <>
      <Button onPress={() => setAsking(true)}>
        {isHolder ? `不再出示${name}的医保码` : `不让${name}出示`}
      </Button>
      {asking && (
        <ConfirmDialog
          title={isHolder ? `把${name}移出亲情账户？` : `不让${name}出示您的医保码？`}
          confirm="确认解除"
          working={end.isPending && '正在解除…'}
          onConfirm={confirm}
          onClose={() => setAsking(false)}
        >
          <p>解除后马上生效。亲情账户不涉及钱，共济绑定不受影响。</p>
          {end.isError && <ProblemNotice acted problem={end.error} onRetry={confirm} />}
        </ConfirmDialog>
      )}
    </>
  );
}

const Held = ({ link }: { link: FamilyLink }) => (
  <li>
    <PersonCard
      person={link.person}
      role={link.state === 'asked' ? '等这位家人同意' : `${dayWords(dayOf(link.since))}起可以出示`}
      check={false}
    />
    {link.state === 'active' ? (
      <Link className="button" href={`/family-account/${link.linkId}`}>
        出示{link.person.name}的医保码
      </Link>
    ) : (
      <p className="hint">请{link.person.name}登录后，在“亲情账户”里选“同意”。</p>
    )}
    <EndButton link={link} isHolder />
  </li>
);

function HeldBy({ link }: { link: FamilyLink }) {
  const answer = useAct('answerFamilyAccount');
  const send = (agree: boolean) => answer.mutate({ params: { linkId: link.linkId }, body: { agree } });
  return (
    <li>
      <PersonCard
        person={link.person}
        role={link.state === 'asked' ? '想代您出示医保码的人' : '可以代您出示医保码的人'}
        check={link.state === 'asked'}
      />
      {link.state === 'active' ? (
        <EndButton link={link} isHolder={false} />
      ) : (
        <>
          <p>
            同意后，{link.person.name}
            能在手机上出示您的医保码，代您看病买药。这不涉及您账户里的钱授权给别人用。
          </p>
          {answer.isError && <ProblemNotice acted problem={answer.error} onRetry={() => answer.reset()} />}
          <div className="actions">
            <Button main onPress={() => send(true)} working={answer.isPending && '正在提交…'}>
              同意{link.person.name}出示
            </Button>
            <Button onPress={() => send(false)}>不同意</Button>
          </div>
        </>
      )}
    </li>
  );
}

function Shown({ account }: { account: Account }) {
  const { held, heldBy, limits } = account;
  return (
    <>
      {heldBy.length > 0 && (
        <section className="block" aria-labelledby="held-by">
          <h2 id="held-by">谁代我出示</h2>
          <ul className="plain-cards">
            {heldBy.map((link) => (
              <HeldBy key={link.linkId} link={link} />
            ))}
          </ul>
        </section>
      )}
      <section className="block" aria-labelledby="held">
        <h2 id="held">我代家人出示</h2>
        {held.length === 0 ? (
          <p className="empty">还没有添加家人。</p>
        ) : (
          <ul className="plain-cards">
            {held.map((link) => (
              <Held key={link.linkId} link={link} />
            ))}
          </ul>
        )}
      </section>
      {limits === null ? (
        <Notice tone="plain" title="现在不能添加">
          <p>您的参保地还没有收录亲情账户的规定。请拨打医保服务电话咨询。</p>
        </Notice>
      ) : (
        <section className="block" aria-labelledby="add">
          <h2 id="add">添加家人</h2>
          {held.length >= limits.mostMembers ? (
            <p className="empty">已经添加了 {held.length} 位，达到上限。先移出一位，才能再添加。</p>
          ) : (
            <AddForm />
          )}
          <p className="hint">
            最多添加 {limits.mostMembers} 位家人；每位家人的医保码最多由 {limits.mostHoldersPerMember}{' '}
            个人代为出示。
          </p>
          <SourceNote source={limits.source} />
        </section>
      )}
    </>
  );
}

function Own() {
  const account = useAnswer('listFamilyAccount');
  return (
    <Page
      title="亲情账户"
      back={{ href: '/', text: '首页' }}
      lead="在您的手机上出示家人的医保码，代家人看病买药。不涉及钱。"
    >
      <Asked query={account} waiting="正在读取亲情账户…">
        {(answer) => <Shown account={answer} />}
      </Asked>
      <TwoAccounts here="shown" />
    </Page>
  );
}

export default function FamilyAccountPage() {
  return <SignedIn>{() => <Own />}</SignedIn>;
}
