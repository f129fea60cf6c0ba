// Before starting, on one screen: what it is, who can be bound, what to have ready, how long it takes.
import type { Answer } from '@gongji/contract';
import { relationWords } from '@gongji/contract/words';
import { Link, Redirect, useParams } from 'wouter';
import { useAnswer } from '../../api/hooks.ts';
import { useLabels } from '../../channel/labels.ts';
import { Asked } from '../../parts/asked.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../shell/page.tsx';
import { useSession } from '../../shell/session.ts';

type Guide = Answer<'getGuide'>;

/** Names of what is photographed, without what depends on the relation twice. */
function ready({ materials }: Guide): string {
  const photographed = materials.filter(({ required }) => required);
  if (photographed.length === 0) return '家人的姓名、身份证号码、手机号码。照着身份证填，不用拍照。';
  return '双方的身份证，户口簿或结婚证（要拍照），家人的手机号码。';
}

const howLong = ({ decisionMode, memberConfirms }: Guide): string =>
  decisionMode === 'automatic'
    ? `填写大约三分钟，核验通过马上生效。${memberConfirms ? '家人还要登录同意。' : ''}`
    : `填写大约五分钟，再由医保部门审核，提交后会告诉您哪天前有结果。${memberConfirms ? '家人还要登录同意。' : ''}`;

const InOneScreen = ({ guide }: { guide: Guide }) => (
  <dl className="start-facts">
    <div>
      <dt>这是什么</dt>
      <dd>用您医保账户里的钱，付家人看病买药自付的部分和居民医保费。</dd>
    </div>
    <div>
      <dt>能绑谁</dt>
      <dd>
        {guide.relationsAllowed.map((relation) => relationWords[relation]).join('、')}
        {guide.memberLimit !== null && `，最多 ${guide.memberLimit} 位`}
      </dd>
    </div>
    <div>
      <dt>准备什么</dt>
      <dd>{ready(guide)}</dd>
    </div>
    <div>
      <dt>要多久</dt>
      <dd>{howLong(guide)}</dd>
    </div>
  </dl>
);

function Start({ area }: { area: string }) {
  const guide = useAnswer('getGuide', { area });
  const labels = useLabels(area);
  return (
    <Page title="开始之前" back={{ href: '/', text: '首页' }}>
      <Asked query={guide} waiting="正在读取办理规定…">
        {(answer) => (
          <>
            <InOneScreen guide={answer} />
            <div className="actions start-actions">
              <Link className="button button-main" href={labels.addTo}>
                {labels.add}
              </Link>
            </div>
            <p className="hint">
              {answer.areaName}的规定，<Link href={`/guides/${area}`}>看全文和依据</Link>。
              只想代家人出示医保码？那是
              <Link href="/family-account">亲情账户</Link>，不动钱。
            </p>
          </>
        )}
      </Asked>
    </Page>
  );
}

export default function StartPage() {
  const { area } = useParams<{ area?: string }>();
  const session = useSession();
  const own = area ?? session.data?.person?.area;
  if (own) return <Start area={own} />;
  if (session.data) return <Redirect to="/guides" replace />;
  return <Loading text="请稍候…" />;
}
