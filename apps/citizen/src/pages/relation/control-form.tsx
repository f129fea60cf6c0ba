// What the giver allows a member: amounts, purposes and days, saved together.
import type { Answer, Body, Purpose } from '@gongji/contract';
import { purposeWords } from '@gongji/contract/words';
import { useState, type FormEvent } from 'react';
import { useAct } from '../../api/hooks.ts';
import { readYuan, yuanTyped } from '../../lib/yuan-input.ts';
import { Button } from '../../parts/button.tsx';
import { Consent } from '../../parts/choice.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { ErrorSummary } from '../../parts/error-summary.tsx';
import { TextField } from '../../parts/field.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';

type RelationView = Answer<'getRelation'>['relation'];
type Field = 'limitPayment' | 'limitYear' | 'purposes' | 'usableTo';

const purposes = Object.keys(purposeWords) as Purpose[];
const amountText = '请填写大于 0 的金额，最多两位小数；不想限制就留空。';

/** Keep it under a key of the version: what was typed belongs to the control that was seen. */
export function ControlForm({ relation, onSaved }: { relation: RelationView; onSaved: () => void }) {
  const { control, controlVersion, relationId, member } = relation;
  const [limitPayment, setLimitPayment] = useState(yuanTyped(control.limitPaymentFen));
  const [limitYear, setLimitYear] = useState(yuanTyped(control.limitYearFen));
  const [chosen, setChosen] = useState<readonly Purpose[]>(control.purposes);
  const [usableFrom, setUsableFrom] = useState(control.usableFrom ?? '');
  const [usableTo, setUsableTo] = useState(control.usableTo ?? '');
  const [attempt, setAttempt] = useState(0);
  const save = useAct('changeControl');
  const payment = readYuan(limitPayment);
  const year = readYuan(limitYear);
  const found: Partial<Record<Field, string>> = {};
  if (!payment.ok) found.limitPayment = `单次上限有误。${amountText}`;
  if (!year.ok) found.limitYear = `全年上限有误。${amountText}`;
  if (chosen.length === 0) found.purposes = '请至少选一种用途；都不让用的话，请点“马上暂停”。';
  if (usableFrom !== '' && usableTo !== '' && usableTo < usableFrom)
    found.usableTo = '结束日期不能早于开始日期。';
  const problems = attempt > 0 ? found : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (Object.keys(found).length > 0 || !payment.ok || !year.ok) {
      setAttempt(attempt + 1);
      return;
    }
    const body: Body<'changeControl'> = {
      limitPaymentFen: payment.fen,
      limitYearFen: year.fen,
      purposes: [...chosen],
      usableFrom: usableFrom === '' ? null : usableFrom,
      usableTo: usableTo === '' ? null : usableTo,
      seenVersion: controlVersion,
    };
    save.mutate({ params: { relationId }, body }, { onSuccess: onSaved });
  };
  return (
    <form className="block" onSubmit={submit} noValidate aria-labelledby="control-title">
      <h2 id="control-title">使用设置</h2>
      <ErrorSummary problems={problems} attempt={attempt} />
      {save.isError && <ProblemNotice acted problem={save.error} />}
      <TextField
        id="limitPayment"
        label="单次上限（元）"
        hint={`${member.name}每看一次病、买一次药或缴一次费，最多用这么多。不限制就留空。`}
        value={limitPayment}
        onChange={setLimitPayment}
        inputMode="decimal"
        error={problems.limitPayment}
      />
      <TextField
        id="limitYear"
        label="全年上限（元）"
        hint="每年 1 月 1 日重新计算，退回的钱不算。不限制就留空。"
        value={limitYear}
        onChange={setLimitYear}
        inputMode="decimal"
        error={problems.limitYear}
      />
      <fieldset className="field-set" id="purposes">
        <legend>可以用在</legend>
        {problems.purposes && <p className="field-error">{problems.purposes}</p>}
        {purposes.map((purpose) => (
          <Consent
            key={purpose}
            id={`purpose-${purpose}`}
            on={chosen.includes(purpose)}
            onChange={(on) =>
              setChosen(on ? [...chosen, purpose] : chosen.filter((other) => other !== purpose))
            }
          >
            {purposeWords[purpose]}
          </Consent>
        ))}
      </fieldset>
      <div className="field-pair">
        <DateField id="usableFrom" label="从哪天起（可不填）" value={usableFrom} onChange={setUsableFrom} />
        <DateField
          id="usableTo"
          label="到哪天止（可不填）"
          value={usableTo}
          onChange={setUsableTo}
          min={usableFrom || undefined}
          error={problems.usableTo}
        />
      </div>
      <div className="actions">
        <Button main submit working={save.isPending && '正在保存…'}>
          保存设置
        </Button>
      </div>
    </form>
  );
}
