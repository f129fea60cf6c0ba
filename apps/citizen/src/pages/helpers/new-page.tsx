// Lets a relative act for oneself: who, in what, until when, and that one knows what it means.
import { delegationScopeWords } from '@gongji/contract/words';
import type { Body } from '@gongji/contract';
import { useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import { useAct } from '../../api/hooks.ts';
import { checkIdNumber } from '../../lib/id-number.ts';
import { Button } from '../../parts/button.tsx';
import { Consent } from '../../parts/choice.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { ErrorSummary } from '../../parts/error-summary.tsx';
import { TextField } from '../../parts/field.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { Page } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/signed-in.tsx';
import { useSession } from '../../shell/session.ts';

type Scope = Body<'grantDelegation'>['scopes'][number];
const scopes = Object.keys(delegationScopeWords) as Scope[];
const usualDays = 90;

/** `2024-10-15`, 90 -> the day 90 days later. */
const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

function Form({ today }: { today: string }) {
  const [, navigate] = useLocation();
  const grant = useAct('grantDelegation');
  const [name, setName] = useState('');
  const [idNumber, setIdNumber] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<Scope>>(new Set());
  const [to, setTo] = useState(daysLater(today, usualDays));
  const [accepted, setAccepted] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const found: Partial<Record<string, string>> = {};
  const checked = checkIdNumber(idNumber);
  if (name.trim() === '') found['name'] = '请填写代办人的姓名。';
  if (checked.outcome !== 'right') found['id-number'] = '请填写代办人的 18 位身份证号码，并逐位核对。';
  if (chosen.size === 0) found['scopes'] = '请至少勾选一项可以代办的事。';
  if (!/^\d{4}-\d\d-\d\d$/.test(to) || to < today || to > daysLater(today, 365))
    found['to'] = '到期日最早是今天，最晚是一年以后。';
  if (!accepted) found['accepted'] = '请阅读并勾选同意。';
  const problems = attempt > 0 ? found : {};
  const send = () =>
    grant.mutate(
      {
        body: {
          ...{ helperName: name.trim(), helperIdNumber: idNumber.trim(), scopes: [...chosen] },
          ...{ from: today, to, accepted: true },
        },
      },
      { onSuccess: () => navigate('/helpers', { replace: true }) },
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (Object.keys(found).length > 0) setAttempt(attempt + 1);
    else if (!grant.isPending) send();
  };
  const tick = (scope: Scope, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(scope);
    else next.delete(scope);
    setChosen(next);
  };
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary problems={problems} attempt={attempt} />
      {grant.isError && <ProblemNotice acted problem={grant.error} onRetry={send} />}
      <TextField id="name" label="代办人姓名" value={name} onChange={setName} error={problems['name']} />
      <TextField
        id="id-number"
        label="代办人身份证号码"
        value={idNumber}
        onChange={setIdNumber}
        maxLength={24}
        wideLetters
        error={problems['id-number']}
      />
      <fieldset className="field-set" id="scopes">
        <legend>可以代我办什么</legend>
        <p className="hint">
          签承诺书、同意别人绑定您、出示您的医保码、再授权给别人，只能您本人办，不能代办。
        </p>
        {problems['scopes'] && <p className="field-error">{problems['scopes']}</p>}
        {scopes.map((scope) => (
          <Consent
            key={scope}
            id={`scope-${scope}`}
            on={chosen.has(scope)}
            onChange={(on) => tick(scope, on)}
          >
            {delegationScopeWords[scope]}
          </Consent>
        ))}
      </fieldset>
      <DateField
        id="to"
        label="到哪天为止"
        hint="最长一年，随时可以提前收回。"
        value={to}
        min={today}
        onChange={setTo}
        error={problems['to']}
      />
      <Consent id="accepted" on={accepted} onChange={setAccepted} error={problems['accepted']}>
        我知道：代办人能看到我的参保信息、账户余额、绑定和缴费记录；他在授权范围内办的事，等于我办的；我随时可以收回。
      </Consent>
      <div className="actions">
        <Button main submit working={grant.isPending && '正在提交…'}>
          授权代办
        </Button>
      </div>
    </form>
  );
}

export default function NewHelperPage() {
  const today = useSession().data?.today ?? '';
  return (
    <SignedIn>
      {() => (
        <Page
          title="请一位家人代我办"
          back={{ href: '/helpers', text: '请家人代办' }}
          lead="代办人要年满 18 岁、有医保电子凭证，用他自己的凭证登录。"
        >
          <Form today={today} />
        </Page>
      )}
    </SignedIn>
  );
}
