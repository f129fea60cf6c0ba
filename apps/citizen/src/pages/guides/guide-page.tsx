// One city's guide, made from its policy data: who, what, how, how much and when, each with its source and its date.
import type { Answer } from '@gongji/contract';
import { gradeWords, relationWords } from '@gongji/contract/words';
import type { ReactNode } from 'react';
import { Link, useParams } from 'wouter';
import { useAnswer } from '../../api/hooks.ts';
import { dayWords } from '../../lib/date.ts';
import { formatFen } from '../../lib/money.ts';
import { Asked } from '../../parts/asked.tsx';
import { Channels } from '../../parts/channels.tsx';
import { SourceNote } from '../../parts/source-note.tsx';
import { Page } from '../../shell/page.tsx';
import { TwoAccounts } from '../home/two-accounts.tsx';

type Guide = Answer<'getGuide'>;

const shareable: Record<Guide['shareablePart'], string> = {
  'prior-year': '往年结余可以给家人用，当年计入的不可以。',
  all: '账户里的钱都可以给家人用，先用往年结余。',
  'not-recorded': '哪一部分可以给家人用，还没有收录。',
};

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="block">
    <h2>{title}</h2>
    {children}
  </section>
);

const From = ({ source }: { source: Guide['basis']['memberLimit'] }) =>
  source && <SourceNote source={source} />;

function Rules({ guide }: { guide: Guide }) {
  const { basis, materials } = guide;
  return (
    <>
      <Part title="能绑定谁">
        <p>{guide.relationsAllowed.map((relation) => relationWords[relation]).join('、')}。</p>
        <From source={basis.relationsAllowed} />
        <p>
          {guide.memberLimit === null
            ? '最多绑定几位家人，还没有收录。'
            : `最多绑定 ${guide.memberLimit} 位家人。`}
        </p>
        <From source={basis.memberLimit} />
        <p>
          {guide.crossProvince
            ? '家人在外省参保的，也可以共济。'
            : '家人要在本省参保；外省参保的还不能共济。'}
        </p>
        <From source={basis.crossProvince} />
      </Part>
      <Part title="怎么办">
        <p>
          {guide.decisionMode === 'automatic'
            ? '提交后系统自动核验，通过就马上生效。'
            : '提交后由医保部门审核，通过后生效。'}
          {guide.memberConfirms && '家人要登录确认同意。'}
        </p>
        <From source={basis.decisionMode} />
        <h3>准备好</h3>
        <ul>
          {materials.map(({ code, name, text }) => (
            <li key={code}>
              <strong>{name}</strong>：{text}
            </li>
          ))}
        </ul>
      </Part>
      <Part title="钱能用在哪里">
        <p>{shareable[guide.shareablePart]}</p>
        <From source={basis.shareablePart} />
        <h3>可以付</h3>
        <ul>
          {guide.permittedPurposes.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <h3>不可以付</h3>
        <ul>
          {guide.forbiddenPurposes.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Part>
    </>
  );
}

const Premiums = ({ years }: { years: Guide['premiumYears'] }) => (
  <Part title="居民医保费和缴费时间">
    {years.length === 0 && <p>这里的居民医保费还没有收录，请向当地税务部门核实。</p>}
    {years.map((year) => (
      <div key={year.coverageYear}>
        <h3>{year.coverageYear} 年度</h3>
        <p>
          {dayWords(year.from)}到{dayWords(year.to)}缴
          {year.ordinaryFen === null ? '，金额没有收录。' : `，普通居民 ${formatFen(year.ordinaryFen)}。`}
          {year.open && <strong>现在就可以缴。</strong>}
        </p>
        <SourceNote source={year.source} />
      </div>
    ))}
  </Part>
);

const dated = (day: unknown): string => (typeof day === 'string' ? `，${dayWords(day)}核对` : '');

const Sources = ({ guide }: { guide: Guide }) => (
  <Part title="依据和日期">
    {guide.notRecorded.length > 0 && <p>没有收录：{guide.notRecorded.join('、')}。请向当地医保部门核实。</p>}
    <ul className="plain-list">
      {guide.sources.map((source) => (
        <li key={source.title}>
          {source.title}（{gradeWords[source.grade]}
          {dated(source.checkedOn)}）
        </li>
      ))}
    </ul>
    <p className="hint">政策版本 {guide.policyVersion}</p>
  </Part>
);

function Shown({ guide }: { guide: Guide }) {
  return (
    <>
      <Rules guide={guide} />
      <Premiums years={guide.premiumYears} />
      {guide.facts.length > 0 && (
        <Part title="请注意">
          <ul className="plain-list">
            {guide.facts.map(({ text, source }) => (
              <li key={text}>
                {text} <span className="grade">{gradeWords[source.grade]}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Channels channels={guide.channels} purpose="bind" title="在哪里绑定" />
      <Channels channels={guide.channels} purpose="pay" title="在哪里缴费" />
      <Channels channels={guide.channels} purpose="unbind" title="在哪里解绑" />
      <TwoAccounts />
      <Sources guide={guide} />
    </>
  );
}

export default function GuidePage() {
  const { area } = useParams<{ area: string }>();
  const guide = useAnswer('getGuide', { area });
  const session = useAnswer('getSession');
  return (
    <Page
      title={guide.data ? `${guide.data.areaName}共济办事指南` : '办事指南'}
      back={{ href: '/guides', text: '各地办事指南' }}
      lead={session.data && `按 ${dayWords(session.data.today)} 的规定生成。`}
    >
      <Asked query={guide} waiting="正在读取这个城市的规定…">
        {(answer) => <Shown guide={answer} />}
      </Asked>
      <div className="actions">
        <Link className="button button-main" href={`/start/${area}`}>
          开始之前，先看一眼
        </Link>
      </div>
    </Page>
  );
}
