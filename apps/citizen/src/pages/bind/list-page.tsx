// 个人账户共济绑定: the bound family, adding and unbinding.
import type { Answer } from '@gongji/contract';
import { Link } from 'wouter';
import { useAnswer } from '../../api/hooks.ts';
import { useLabels } from '../../channel/labels.ts';
import { dayOf, dayWords } from '../../lib/date.ts';
import { formatFen } from '../../lib/money.ts';
import { relationWords } from '@gongji/contract/words';
import { Asked } from '../../parts/asked.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/signed-in.tsx';
import type { SignedInPerson } from '../../shell/session.ts';
import { BindAside } from './bind-aside.tsx';
import { useAddingObstacle } from './use-adding-obstacle.ts';

type RelationView = Answer<'listRelations'>['given'][number];

const Member = ({ relation }: { relation: RelationView }) => (
  <li className="member">
    <div className="member-head">
      <p className="member-name">{relation.member.name}</p>
      <p className="member-relation">{relationWords[relation.relation]}</p>
    </div>
    <p className="member-facts">
      <span className="figures">{relation.member.maskedIdNumber}</span>
      <span>{relation.member.areaName}参保</span>
      <span>{dayWords(dayOf(relation.since))}起</span>
    </p>
    <div className="member-foot">
      <p>
        今年用了 <strong className="figures">{formatFen(relation.usedThisYearFen)}</strong>
        {relation.control.paused && <span className="tag tag-ask">已暂停</span>}
      </p>
      <Link
        className="button button-small"
        href={`/relations/${relation.relationId}`}
        aria-label={`设置 ${relation.member.name} 怎么用`}
      >
        设置
      </Link>
      <Link
        className="button button-small"
        href={`/unbind/${relation.relationId}`}
        aria-label={`解绑 ${relation.member.name}`}
      >
        解绑
      </Link>
    </div>
  </li>
);

function Given({ person, relations }: { person: SignedInPerson; relations: RelationView[] }) {
  const obstacle = useAddingObstacle(person.area);
  const labels = useLabels(person.area);
  const guide = useAnswer('getGuide', { area: person.area });
  const active = relations.filter(({ state }) => state === 'active');
  return (
    <>
      <section className="block" aria-labelledby="bound">
        <h2 id="bound">已绑定家庭成员</h2>
        {active.length === 0 ? (
          <p className="empty">
            还没有绑定家人。{obstacle === null && `点“${labels.add}”开始，大约三分钟。`}
          </p>
        ) : (
          <ul className="members">
            {active.map((relation) => (
              <Member key={relation.relationId} relation={relation} />
            ))}
          </ul>
        )}
        {active.length > 0 && guide.data && (
          <p className="hint">
            要解绑，也可以先点开 <Link href="/unbind">《{guide.data.notice.title}》</Link>
            ，勾选同意后在“已绑定家庭成员”里选。
          </p>
        )}
      </section>
      {obstacle === null && (
        <div className="actions">
          <Link className="button button-main" href={labels.addTo}>
            {labels.add}
          </Link>
        </div>
      )}
      {obstacle && (
        <Notice tone="plain" title="您现在不能添加家庭成员">
          <p>{obstacle}</p>
        </Notice>
      )}
    </>
  );
}

const Received = ({ relations }: { relations: RelationView[] }) => {
  const active = relations.filter(({ state }) => state === 'active');
  if (active.length === 0) return null;
  return (
    <section className="block" aria-labelledby="received">
      <h2 id="received">谁让我用他的账户</h2>
      <ul className="plain-list">
        {active.map(({ relationId, giver, since, usedThisYearFen }) => (
          <li key={relationId}>
            <Link href={`/relations/${relationId}`}>{giver.name}</Link>（{giver.areaName}），
            {dayWords(dayOf(since))}起；我今年用了{' '}
            <span className="figures">{formatFen(usedThisYearFen)}</span>
          </li>
        ))}
      </ul>
      {active.length > 1 && (
        <p>
          <Link href="/giver-order">调整先用谁的钱</Link>
        </p>
      )}
    </section>
  );
};

function Bound({ person }: { person: SignedInPerson }) {
  const relations = useAnswer('listRelations');
  return (
    <Page
      title={useLabels(person.area).bind}
      back={{ href: '/', text: '首页' }}
      lead="绑定后，家人看病买药自付的部分、居民医保费，可以用您的个人账户来付。"
      aside={<BindAside area={person.area} advised />}
    >
      <Asked query={relations} waiting="正在读取已绑定的家人…">
        {(answer) => (
          <>
            <Given person={person} relations={answer.given} />
            <Received relations={answer.received} />
          </>
        )}
      </Asked>
    </Page>
  );
}

export default function BindListPage() {
  return <SignedIn>{(person) => <Bound person={person} />}</SignedIn>;
}
