// Step 2: who the family member is.
import { useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import { memberProblems } from '../../lib/draft.ts';
import { checkIdNumber, plainIdNumber } from '../../lib/id-number.ts';
import { relationWords } from '@gongji/contract/words';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { ErrorSummary } from '../../parts/error-summary.tsx';
import { TextField } from '../../parts/field.tsx';
import { Page } from '../../shell/page.tsx';
import { AreaField } from './area-field.tsx';
import type { StepProps } from './new-pages.tsx';

/** Words below the number while one types. */
function numberWords(typed: string): string {
  const check = checkIdNumber(typed);
  switch (check.outcome) {
    case 'empty':
      return '';
    case 'incomplete':
      return `已填 ${18 - check.missing} 位，还差 ${check.missing} 位`;
    case 'wrong':
      return `✗ ${check.text}`;
    case 'right':
      return '✓ 18 位，校验码正确';
  }
}

export function MemberPage({ guide, use, progress, back, next }: StepProps) {
  const { draft, change } = use;
  const [, navigate] = useLocation();
  const [attempt, setAttempt] = useState(0);
  const problems = attempt > 0 ? memberProblems(draft) : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (Object.keys(memberProblems(draft)).length > 0) setAttempt(attempt + 1);
    else navigate(next);
  };
  return (
    <Page
      title="家庭成员信息"
      progress={progress}
      back={back}
      lead="请对照家人的身份证填写，一个字都不要错。"
    >
      <ErrorSummary problems={problems} attempt={attempt} />
      <form onSubmit={submit} noValidate>
        <TextField
          id="memberName"
          label="姓名"
          value={draft.memberName}
          onChange={(memberName) => change({ memberName })}
          error={problems.memberName}
          maxLength={50}
        />
        <TextField
          id="memberIdNumber"
          label="身份证号码"
          hint="18 位，最后一位可能是 X。孩子的号码在户口簿上也有。"
          value={draft.memberIdNumber}
          onChange={(typed) => change({ memberIdNumber: plainIdNumber(typed) })}
          error={problems.memberIdNumber}
          maxLength={22}
          wideLetters
          live={problems.memberIdNumber ? '' : numberWords(draft.memberIdNumber)}
        />
        <Choice
          id="relation"
          label="与本人的关系（家人是您的）"
          value={draft.relation}
          onChange={(relation) => change({ relation })}
          options={guide.relationsAllowed.map((relation) => ({
            value: relation,
            text: relationWords[relation],
          }))}
          error={problems.relation}
          columns
        />
        <AreaField
          value={draft.memberArea}
          onChange={(memberArea) => change({ memberArea })}
          error={problems.memberArea}
        />
        <TextField
          id="memberPhone"
          label="联系电话"
          hint="家人的手机号码。孩子没有手机的，填监护人的。"
          value={draft.memberPhone}
          onChange={(memberPhone) => change({ memberPhone })}
          error={problems.memberPhone}
          inputMode="tel"
          maxLength={13}
          wideLetters
        />
        <div className="actions">
          <Button main submit>
            下一步
          </Button>
        </div>
      </form>
    </Page>
  );
}
