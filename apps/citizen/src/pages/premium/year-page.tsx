// Step 2: which year; those that are closed or paid say so.
import type { Answer } from '@gongji/contract';
import { Link } from 'wouter';
import { dayWords } from '../../lib/date.ts';
import { PersonCard } from '../../parts/person-card.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { Page } from '../../shell/page.tsx';
import { useSession } from '../../shell/session.ts';
import { premiumSteps, premiumTitle } from './titles.ts';

type Choice = Answer<'listPremiumChoices'>['people'][number];
type Year = Choice['years'][number];

const closedWords = (window: { from: string }, today: string) =>
  today < window.from ? '还没开始' : '已过集中缴费期';

function YearRow({ year, personNo }: { year: Year; personNo: string }) {
  const today = useSession().data?.today ?? '';
  const { coverageYear, window, paymentId } = year;
  const words = window ? `缴费期 ${dayWords(window.from)}至${dayWords(window.to)}` : '缴费期以税务核定为准';
  const closed = window !== null && !window.open;
  const href = paymentId
    ? `/premiums/${paymentId}`
    : `/premium/${encodeURIComponent(personNo)}/${coverageYear}`;
  return (
    <li>
      <Link href={href} className="record">
        <span className="record-row">
          <span className="record-name">{coverageYear} 年度</span>
          {paymentId ? (
            <StateTag tone="quiet">已缴或办理中</StateTag>
          ) : (
            <StateTag tone={closed ? 'quiet' : 'good'}>
              {closed ? closedWords(window, today) : '可以缴费'}
            </StateTag>
          )}
        </span>
        <span className="record-note">{paymentId ? '点这里看缴费状态和凭证' : words}</span>
      </Link>
    </li>
  );
}

export const YearPage = ({ choice }: { choice: Choice }) => (
  <Page
    title="选择缴费年度"
    progress={{ names: premiumSteps, index: 1 }}
    back={{ href: '/premium', text: '重新选人' }}
    lead={premiumTitle}
  >
    <PersonCard person={choice.person} role={`参保人（${choice.relationText}）`} />
    {choice.blockedText !== null ? (
      <p className="blocked">不能缴：{choice.blockedText}</p>
    ) : (
      <ul className="records">
        {choice.years.map((year) => (
          <YearRow key={year.coverageYear} year={year} personNo={choice.person.personNo} />
        ))}
      </ul>
    )}
    {choice.blockedText === null && choice.years.length === 0 && (
      <p className="empty">现在没有可以缴的年度。缴费期一般从每年 9 月开始，到时再来。</p>
    )}
  </Page>
);
