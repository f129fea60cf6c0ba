// One application: its state, what happens next, what was checked, and what the person can do.
import type { Answer } from '@gongji/contract';
import { Link, useParams } from 'wouter';
import { useAnswer } from '../../api/hooks.ts';
import { dayWords, instantWords } from '../../lib/date.ts';
import { promisePath } from '@gongji/contract/paths';
import { relationWords } from '@gongji/contract/words';
import { Asked } from '../../parts/asked.tsx';
import { Facts } from '../../parts/facts.tsx';
import { CheckIcon, CrossIcon, QuestionIcon } from '../../parts/icons.tsx';
import { Notice } from '../../parts/notice.tsx';
import { applicationTone, StateTag } from '../../parts/state-tag.tsx';
import { Timeline } from '../../parts/timeline.tsx';
import { Page } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/signed-in.tsx';
import { Supplement } from './supplement.tsx';
import { Withdraw } from './withdraw.tsx';

type Application = Answer<'getApplication'>;

const unfinished = new Set<Application['state']>([
  'submitted',
  'awaiting-member',
  'in-review',
  'more-requested',
]);

const noticeTone = { good: 'good', wait: 'plain', ask: 'warn', bad: 'bad', quiet: 'plain' } as const;

const outcomes = {
  passed: { icon: <CheckIcon />, text: '通过' },
  failed: { icon: <CrossIcon />, text: '未通过' },
  unsure: { icon: <QuestionIcon />, text: '待人工核实' },
};

const Checks = ({ checks }: { checks: Application['checks'] }) => {
  if (checks.length === 0) return null;
  return (
    <section className="block">
      <h2>核验结果</h2>
      <ul className="checks">
        {checks.map((check) => (
          <li key={check.code} className={`check check-${check.outcome}`}>
            <span className="check-mark">{outcomes[check.outcome].icon}</span>
            <div>
              <p>
                {check.text}
                <strong className="check-outcome">{outcomes[check.outcome].text}</strong>
              </p>
              <p className="source">{check.source}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
};

function State({ application }: { application: Application }) {
  const tone = applicationTone[application.state];
  return (
    <Notice tone={noticeTone[tone]} title={application.stateText} live={tone !== 'bad'}>
      {application.decision?.outcome === 'rejected' && (
        <>
          <p>原因：{application.decision.reasonText}</p>
          <p>怎么办：{application.decision.remedyText}</p>
        </>
      )}
      <p>{application.nextText}</p>
      {application.expectedOn && (
        <p>
          预计 <strong>{dayWords(application.expectedOn)}</strong> 前有结果（
          {application.reviewWorkingDays} 个工作日内，等您补充材料的时间不算）。
        </p>
      )}
      <p>
        申请编号：<strong className="figures long">{application.applicationId}</strong>
      </p>
    </Notice>
  );
}

function Shown({ application }: { application: Application }) {
  return (
    <>
      <State application={application} />
      {application.state === 'approved' && (
        <div className="actions">
          <Link className="button button-main" href="/bind">
            查看已绑定家庭成员
          </Link>
          <Link className="button" href="/premium">
            去缴居民医保
          </Link>
        </div>
      )}
      {application.state === 'rejected' && (
        <div className="actions">
          <Link className="button button-main" href="/bind/new">
            改正后重新申请
          </Link>
        </div>
      )}
      {application.state === 'more-requested' && <Supplement application={application} />}
      <section className="block">
        <h2>申请内容</h2>
        <Facts
          items={[
            {
              name: '状态',
              value: <StateTag tone={applicationTone[application.state]}>{application.stateText}</StateTag>,
            },
            { name: '使用人', value: application.member.name },
            {
              name: '身份证号码',
              value: <span className="figures">{application.member.maskedIdNumber}</span>,
            },
            { name: '与本人的关系', value: relationWords[application.relation] },
            { name: '参保地', value: application.member.areaName },
            { name: '联系电话', value: <span className="figures">{application.maskedMemberPhone}</span> },
            { name: '提交时间', value: instantWords(application.submittedAt) },
          ]}
        />
        <p>
          <a
            href={promisePath(application.applicationId)}
            target="_blank"
            rel="noreferrer"
            className="link-alone"
          >
            查看签好的承诺书（PDF，新窗口打开）
          </a>
        </p>
        {application.photos.length > 0 && (
          <ul className="photos">
            {application.photos.map(({ photoId, url, name }, index) => (
              <li key={photoId}>
                <img src={url} alt={`第 ${index + 1} 张`} />
                <p className="photo-name">{name}</p>
              </li>
            ))}
          </ul>
        )}
      </section>
      <Checks checks={application.checks} />
      <Timeline steps={application.timeline} title="办理经过" />
      {unfinished.has(application.state) && <Withdraw application={application} />}
    </>
  );
}

function One({ applicationId }: { applicationId: string }) {
  const application = useAnswer(
    'getApplication',
    { applicationId },
    { pollMs: (shown) => (shown && unfinished.has(shown.state) ? 15_000 : false) },
  );
  return (
    <Page title="绑定申请" back={{ href: '/applications', text: '办理进度' }}>
      <Asked query={application} waiting="正在读取这份申请…">
        {(shown) => <Shown application={shown} />}
      </Asked>
    </Page>
  );
}

export default function ApplicationPage() {
  const { applicationId } = useParams<{ applicationId: string }>();
  return <SignedIn>{() => <One applicationId={applicationId} />}</SignedIn>;
}
