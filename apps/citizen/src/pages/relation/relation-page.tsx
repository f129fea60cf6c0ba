// One relation: the giver sees and sets what the member may use; the member sees it and can leave.
import type { Answer } from '@gongji/contract';
import { proofPath } from '@gongji/contract/paths';
import { purposeWords, relationWords } from '@gongji/contract/words';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { useAnswer } from '../../api/hooks.ts';
import { dayWords } from '../../lib/date.ts';
import { formatFen } from '../../lib/money.ts';
import { Asked } from '../../parts/asked.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PersonCard } from '../../parts/person-card.tsx';
import { Timeline } from '../../parts/timeline.tsx';
import { Page } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/signed-in.tsx';
import { ControlForm } from './control-form.tsx';
import { PauseSwitch } from './pause-switch.tsx';

type Detail = Answer<'getRelation'>;

const money = (fen: number | null) => (fen === null ? '不限' : formatFen(fen));

function Used({ relation, countedThisYearFen }: Detail) {
  const { limitYearFen } = relation.control;
  const leftFen = limitYearFen === null ? null : Math.max(0, limitYearFen - countedThisYearFen);
  return (
    <Facts
      items={[
        { name: '今年已用', value: <span className="figures">{formatFen(countedThisYearFen)}</span> },
        ...(leftFen === null
          ? []
          : [
              {
                name: '今年还可以用',
                value: <span className="figures">{formatFen(leftFen)}</span>,
                strong: true,
              },
            ]),
      ]}
    />
  );
}

const Giving = (detail: Detail) => {
  const { relation } = detail;
  const [saved, setSaved] = useState(false);
  return (
    <>
      <PersonCard
        person={relation.member}
        role={`使用人（${relationWords[relation.relation]}）`}
        check={false}
      />
      <PauseSwitch relation={relation} />
      <Used {...detail} />
      <ControlForm key={relation.controlVersion} relation={relation} onSaved={() => setSaved(true)} />
      <div role="status">{saved && <Notice tone="good" title="设置已保存，马上生效，已通知双方。" />}</div>
    </>
  );
};

const Receiving = (detail: Detail) => {
  const { giver, control } = detail.relation;
  const days = [
    control.usableFrom && `${dayWords(control.usableFrom)}起`,
    control.usableTo && `到 ${dayWords(control.usableTo)}止`,
  ].filter(Boolean);
  return (
    <>
      <PersonCard person={giver} role="授权人（账户的主人）" check={false} />
      {control.paused && (
        <Notice tone="warn" title={`${giver.name}暂停了使用`}>
          <p>现在看病买药不能用这个账户。要恢复，请和{giver.name}商量。</p>
        </Notice>
      )}
      <Used {...detail} />
      <section className="block">
        <h2>我可以怎么用</h2>
        <Facts
          items={[
            {
              name: '单次上限',
              value: <span className="figures">{money(control.limitPaymentFen)}</span>,
            },
            { name: '全年上限', value: <span className="figures">{money(control.limitYearFen)}</span> },
            { name: '用途', value: control.purposes.map((purpose) => purposeWords[purpose]).join('、') },
            { name: '日期', value: days.length > 0 ? days.join('，') : '不限' },
          ]}
        />
      </section>
    </>
  );
};

function Shown({ detail, isGiver }: { detail: Detail; isGiver: boolean }) {
  const { relation, history } = detail;
  const isActive = relation.state === 'active';
  return (
    <>
      {!isActive && <Notice tone="plain" title="这个共济关系已经解除，不能再用了。" />}
      {isActive && (isGiver ? <Giving {...detail} /> : <Receiving {...detail} />)}
      <Timeline steps={history.toReversed()} title="办理经过" anonymous />
      <p>
        <a href={proofPath(relation.relationId)} className="link-alone">
          {isActive ? '下载绑定证明（PDF）' : '下载解绑证明（PDF）'}
        </a>
      </p>
      {isActive && (
        <p>
          <Link href={`/unbind/${relation.relationId}`} className="link-alone">
            {isGiver ? `解绑 ${relation.member.name}` : `不再使用${relation.giver.name}的账户（退出）`}
          </Link>
        </p>
      )}
    </>
  );
}

function One({ relationId, personNo }: { relationId: string; personNo: string }) {
  const detail = useAnswer('getRelation', { relationId });
  const isGiver = detail.data?.relation.giver.personNo === personNo;
  const title = !detail.data
    ? '共济关系'
    : isGiver
      ? `${detail.data.relation.member.name}怎么用我的钱`
      : `${detail.data.relation.giver.name}让我用的账户`;
  return (
    <Page title={title} back={{ href: '/bind', text: '已绑定家庭成员' }}>
      <Asked query={detail} waiting="正在读取共济关系…">
        {(shown) => <Shown detail={shown} isGiver={isGiver} />}
      </Asked>
    </Page>
  );
}

export default function RelationPage() {
  const { relationId } = useParams<{ relationId: string }>();
  return <SignedIn>{(person) => <One relationId={relationId} personNo={person.personNo} />}</SignedIn>;
}
