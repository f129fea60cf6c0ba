// 解绑: the notice with its tick, then the bound family, then the member's end after one more question.
import type { Answer } from '@gongji/contract';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { useAct, useAnswer } from '../../api/hooks.ts';
import { useLabels } from '../../channel/labels.ts';
import { instantWords } from '../../lib/date.ts';
import { proofPath } from '@gongji/contract/paths';
import { relationWords } from '@gongji/contract/words';
import { Asked } from '../../parts/asked.tsx';
import { Button } from '../../parts/button.tsx';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { Facts } from '../../parts/facts.tsx';
import { NoticeConsent } from '../../parts/notice-consent.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PersonCard } from '../../parts/person-card.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { Page } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/signed-in.tsx';
import type { SignedInPerson } from '../../shell/session.ts';

type RelationView = Answer<'listRelations'>['given'][number];
type Guide = Answer<'getGuide'>;

const unbindSteps = ['阅读告知书', '选择家人，解绑'] as const;
const back = { href: '/bind', text: '返回' };

function NoticeStep({ guide, onAgree }: { guide: Guide; onAgree: () => void }) {
  return (
    <Page
      title={`《${guide.notice.title}》`}
      progress={{ names: unbindSteps, index: 0 }}
      back={back}
      lead="解绑前请先阅读告知书，勾选同意后进入下一步。"
    >
      <NoticeConsent document={guide.notice} onAgree={onAgree} />
    </Page>
  );
}

function Done({ ended, isGiver }: { ended: RelationView; isGiver: boolean }) {
  return (
    <Page title="已解绑" back={{ href: '/bind', text: '已绑定家庭成员' }}>
      <Notice
        tone="good"
        title={
          isGiver ? `${ended.member.name}不能再用您的个人账户了` : `您不再使用${ended.giver.name}的个人账户了`
        }
        live
      >
        <p>
          以前的使用记录都还在；如果以前的就医费用发生退费，钱会退回{isGiver ? '您' : ended.giver.name}
          的账户。
        </p>
      </Notice>
      <Facts
        items={[
          { name: '使用人', value: ended.member.name },
          { name: '身份证号码', value: <span className="figures">{ended.member.maskedIdNumber}</span> },
          { name: '解绑时间', value: ended.endedAt ? instantWords(ended.endedAt) : '' },
        ]}
      />
      <div className="actions">
        <Link className="button button-main" href="/bind">
          完成
        </Link>
        <a className="button" href={proofPath(ended.relationId)}>
          下载解绑证明（PDF）
        </a>
      </div>
    </Page>
  );
}

interface ChooseStepProps {
  guide: Guide;
  relations: RelationView[];
  /** The one who unbinds is the giver; else the member, who leaves. */
  isGiver: boolean;
  firstId: string | undefined;
  onEnded: (ended: RelationView) => void;
}

function ChooseStep({ guide, relations, isGiver, firstId, onEnded }: ChooseStepProps) {
  const [asking, setAsking] = useState<RelationView | null>(null);
  const end = useAct('endRelation');
  const active = relations
    .filter(({ state }) => state === 'active')
    .toSorted((one, other) => Number(other.relationId === firstId) - Number(one.relationId === firstId));
  const confirm = () => {
    if (!asking) return;
    end.mutate(
      {
        params: { relationId: asking.relationId },
        body: { noticeVersion: guide.notice.version, accepted: true },
      },
      { onSuccess: onEnded },
    );
  };
  return (
    <Page
      title={isGiver ? '已绑定家庭成员' : '退出共济'}
      progress={{ names: unbindSteps, index: 1 }}
      back={back}
      lead={isGiver ? '选择要解绑的家人，点“解绑”。' : '退出后，您看病买药不再用这位家人的账户。'}
    >
      {active.length === 0 && <p className="empty">没有已绑定的家人，不需要解绑。</p>}
      <ul className="plain-cards">
        {active.map((relation) => (
          <li key={relation.relationId}>
            {isGiver ? (
              <PersonCard person={relation.member} role={`使用人（${relationWords[relation.relation]}）`} />
            ) : (
              <PersonCard person={relation.giver} role="授权人（账户的主人）" />
            )}
            <Button
              onPress={() => {
                end.reset();
                setAsking(relation);
              }}
            >
              {isGiver ? `解绑 ${relation.member.name}` : `退出 ${relation.giver.name} 的账户`}
            </Button>
          </li>
        ))}
      </ul>
      {asking && (
        <ConfirmDialog
          title={isGiver ? `解绑${asking.member.name}？` : `不再使用${asking.giver.name}的账户？`}
          confirm={isGiver ? '确认解绑' : '确认退出'}
          working={end.isPending && '正在解绑…'}
          onConfirm={confirm}
          onClose={() => setAsking(null)}
        >
          <ul className="plain-list">
            <li>
              {isGiver
                ? `解绑后马上生效，${asking.member.name}看病买药不能再用您的账户。`
                : `退出后马上生效，您看病买药不能再用${asking.giver.name}的账户。`}
            </li>
            <li>已经用掉的钱不会退回；正在办理的缴费会继续办完。</li>
            <li>以后还可以重新绑定，要重新提交申请。</li>
          </ul>
          {end.isError && <ProblemNotice acted problem={end.error} onRetry={confirm} />}
        </ConfirmDialog>
      )}
    </Page>
  );
}

function Unbind({ person }: { person: SignedInPerson }) {
  const labels = useLabels(person.area);
  const { relationId } = useParams<{ relationId?: string }>();
  const relations = useAnswer('listRelations');
  // A member who leaves reads the notice of the giver's area, whose agency keeps the relation.
  const leaving = relations.data?.received.find((relation) => relation.relationId === relationId);
  const area = leaving?.giver.area ?? person.area;
  const guide = useAnswer('getGuide', { area }, { enabled: relations.data !== undefined });
  const [agreed, setAgreed] = useState(false);
  const [ended, setEnded] = useState<RelationView | null>(null);
  const isGiver = ended ? ended.giver.personNo === person.personNo : !leaving;
  if (ended) return <Done key="done" ended={ended} isGiver={isGiver} />;
  if (guide.data && !agreed)
    return <NoticeStep key="notice" guide={guide.data} onAgree={() => setAgreed(true)} />;
  if (guide.data && relations.data) {
    return (
      <ChooseStep
        key="choose"
        guide={guide.data}
        relations={leaving ? [leaving] : relations.data.given}
        isGiver={isGiver}
        firstId={relationId}
        onEnded={setEnded}
      />
    );
  }
  return (
    <Page title={`${labels.bind} · 解绑`} back={back}>
      <Asked query={relations} waiting="正在读取已绑定的家人…">
        {() => (
          <Asked query={guide} waiting="正在读取告知书…">
            {() => null}
          </Asked>
        )}
      </Asked>
    </Page>
  );
}

export default function UnbindPages() {
  return <SignedIn>{(person) => <Unbind person={person} />}</SignedIn>;
}
