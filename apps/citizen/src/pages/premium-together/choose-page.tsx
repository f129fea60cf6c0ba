// Step 1: for whom, each with the year that can be paid.
import type { Answer } from '@gongji/contract';
import { useState, type FormEvent } from 'react';
import { Link, useLocation } from 'wouter';
import { useAnswer } from '../../api/hooks.ts';
import { type Chosen, writeChosen } from '../../lib/chosen.ts';
import { Asked } from '../../parts/asked.tsx';
import { Button } from '../../parts/button.tsx';
import { Consent } from '../../parts/choice.tsx';
import { ErrorSummary } from '../../parts/error-summary.tsx';
import { SelectField } from '../../parts/field.tsx';
import { PersonCard } from '../../parts/person-card.tsx';
import { Page } from '../../shell/page.tsx';
import { useSession } from '../../shell/session.ts';
import { togetherSteps, togetherTitle } from './titles.ts';

type Choice = Answer<'listPremiumChoices'>['people'][number];

const yearsOf = ({ years }: Choice, today: string): number[] =>
  years
    .filter(({ paymentId, window }) => paymentId === null && (window === null || window.from <= today))
    .map(({ coverageYear }) => coverageYear);

interface PersonProps {
  choice: Choice;
  years: number[];
  year: number | undefined;
  onYear: (year: number | undefined) => void;
}

function Person({ choice, years, year, onYear }: PersonProps) {
  const { person, relationText, blockedText } = choice;
  const id = `pay-${person.personNo}`;
  const [first] = years;
  return (
    <li>
      <PersonCard person={person} role={relationText} check={first !== undefined} />
      {first === undefined ? (
        <p className="blocked">不能缴：{blockedText ?? '现在能缴的年度都已缴过或正在办理。'}</p>
      ) : (
        <>
          <Consent id={id} on={year !== undefined} onChange={(on) => onYear(on ? first : undefined)}>
            给{person.name}缴 {year ?? first} 年度
          </Consent>
          {year !== undefined && years.length > 1 && (
            <SelectField
              id={`${id}-year`}
              label={`${person.name}的缴费年度`}
              value={String(year)}
              onChange={(value) => onYear(Number(value) || first)}
              empty="请选择年度"
              options={years.map((each) => ({ value: String(each), text: `${each} 年度` }))}
            />
          )}
        </>
      )}
    </li>
  );
}

function Form({ people, before }: { people: Choice[]; before: Chosen[] }) {
  const [, navigate] = useLocation();
  const today = useSession().data?.today ?? '';
  const [chosen, setChosen] = useState(
    () => new Map(before.map(({ memberPersonNo, coverageYear }) => [memberPersonNo, coverageYear])),
  );
  const [attempt, setAttempt] = useState(0);
  const shown = people.map((choice) => ({ choice, years: yearsOf(choice, today) }));
  const payable = shown.filter(({ years }) => years.length > 0);
  const picked: Chosen[] = payable.flatMap(({ choice: { person }, years }) => {
    const coverageYear = chosen.get(person.personNo);
    return coverageYear !== undefined && years.includes(coverageYear)
      ? [{ memberPersonNo: person.personNo, coverageYear }]
      : [];
  });
  const [first] = payable;
  const missing = attempt > 0 && picked.length === 0 && first;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (picked.length === 0) setAttempt(attempt + 1);
    else navigate(`/premium-together/amounts?who=${writeChosen(picked)}`);
  };
  if (!first)
    return <p className="empty">现在没有可以缴费的家人。可以先绑定家人，或到“缴费记录”查看已缴的。</p>;
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary
        problems={missing ? { [`pay-${first.choice.person.personNo}`]: '请至少勾选一位家人。' } : {}}
        attempt={attempt}
      />
      <ul className="plain-cards">
        {shown.map(({ choice, years }) => (
          <Person
            key={choice.person.personNo}
            choice={choice}
            years={years}
            year={picked.find((one) => one.memberPersonNo === choice.person.personNo)?.coverageYear}
            onYear={(year) =>
              setChosen((kept) => {
                const next = new Map(kept);
                if (year === undefined) next.delete(choice.person.personNo);
                else next.set(choice.person.personNo, year);
                return next;
              })
            }
          />
        ))}
      </ul>
      <div className="actions">
        <Button main submit>
          下一步：核对金额{picked.length > 0 ? `（${picked.length} 位）` : ''}
        </Button>
        <Link className="button" href="/premium">
          只给一位缴
        </Link>
      </div>
    </form>
  );
}

export function ChoosePage({ before }: { before: Chosen[] }) {
  const choices = useAnswer('listPremiumChoices');
  return (
    <Page
      title={togetherTitle}
      progress={{ names: togetherSteps, index: 0 }}
      back={{ href: '/premium', text: '缴费' }}
      lead="勾选要缴费的家人，并核对姓名、身份证号码和参保地。一次确认，每位各有一张凭证。"
    >
      <Asked query={choices} waiting="正在读取可以缴费的家人…">
        {({ people }) => <Form people={people} before={before} />}
      </Asked>
    </Page>
  );
}
