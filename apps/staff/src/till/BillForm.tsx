// Step 2: the bill. Enter goes from field to field and at the end asks for the amounts.
import type { TillPatient } from '@gongji/contract';
import { Button, Checkbox, Radio } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent, KeyboardEvent } from 'react';
import type { Failure } from '../api/failure.ts';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { formatFen } from '../shared/money.ts';
import { useConfirmKey } from '../shared/useConfirmKey.ts';
import { billFields, emptyBill, fieldError, readBill } from './bill.ts';
import type { BillField, BillTexts, QuoteBody } from './bill.ts';
import { YuanField } from './YuanField.tsx';

type AccountUse = QuoteBody['accountUse'];

interface BillFormProps {
  patient: TillPatient;
  isLocked: boolean;
  isPending: boolean;
  failure: Failure | null;
  /** Something was changed: amounts that were shown no longer hold. */
  onChange: () => void;
  onQuote: (body: QuoteBody) => void;
}

export function BillForm({ patient, isLocked, isPending, failure, onChange, onQuote }: BillFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [texts, setTexts] = useState<BillTexts>(emptyBill);
  const [errors, setErrors] = useState<Partial<Record<BillField, string | null>>>({});
  const [chronic, setChronic] = useState<string[]>([]);
  const [accountUse, setAccountUse] = useState<AccountUse>(patient.hasShared ? 'own-then-shared' : 'own');
  const read = readBill(texts);

  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('[data-step]');
    if (first) focusStep(first);
  }, []);

  const changeText = (field: BillField, text: string) => {
    setTexts({ ...texts, [field]: text });
    setErrors({});
    onChange();
  };
  const checkField = (field: BillField) => {
    if (texts[field] !== '') setErrors((now) => ({ ...now, [field]: fieldError(field, texts[field]) }));
  };
  const submit = () => {
    if (isPending || isLocked) return;
    if (!read.ok) {
      setErrors({ [read.field]: read.message });
      document.getElementById(read.field)?.focus();
      return;
    }
    onQuote({ personNo: patient.personNo, bill: read.bill, chronic, accountUse });
  };
  useConfirmKey(submit);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  const goOn = (event: KeyboardEvent, field?: BillField) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (event.repeat) return;
    const error = field ? fieldError(field, texts[field]) : null;
    if (field && error !== null) {
      setErrors({ [field]: error });
      return;
    }
    focusNextStep(event.currentTarget, submit);
  };
  return (
    <section className="card" aria-labelledby="bill-title">
      <h2 id="bill-title">录入费用</h2>
      <form ref={form} onSubmit={onSubmit} noValidate>
        {patient.chronic.length > 0 && (
          <fieldset className="bill-choice" disabled={isLocked}>
            <legend>本次是慢特病门诊吗</legend>
            <div data-step onKeyDown={goOn}>
              <Checkbox.Group
                value={chronic}
                options={patient.chronic.map(({ code, name }) => ({ value: code, label: `是，为${name}` }))}
                onChange={(values) => {
                  setChronic(values);
                  onChange();
                }}
              />
              <p className="field-hint">不勾选按普通门诊结算。</p>
            </div>
          </fieldset>
        )}
        <div className="yuan-fields">
          {billFields.map(({ field, label, hint }) => (
            <YuanField
              key={field}
              field={field}
              label={label}
              hint={hint}
              text={texts[field]}
              error={errors[field] ?? null}
              isLocked={isLocked}
              onChange={(text) => changeText(field, text)}
              onBlur={() => checkField(field)}
              onKeyDown={(event) => goOn(event, field)}
            />
          ))}
        </div>
        <p className="in-scope">
          符合医保范围 <strong>{read.ok ? formatFen(read.inScopeFen) : '—'}</strong>
        </p>
        <fieldset className="bill-choice" disabled={isLocked}>
          <legend>个人账户使用</legend>
          <div data-step onKeyDown={goOn}>
            <Radio.Group
              name="account-use"
              value={accountUse}
              onChange={(event) => {
                setAccountUse(event.target.value as AccountUse);
                onChange();
              }}
              options={[
                { value: 'own-then-shared', label: '本人及亲属账户', disabled: !patient.hasShared },
                { value: 'own', label: '仅本人账户' },
                { value: 'none', label: '不使用' },
              ]}
            />
          </div>
        </fieldset>
        {failure && <FailureNotice failure={failure} onRetry={submit} />}
        <Button type="primary" size="large" htmlType="submit" loading={isPending} disabled={isLocked} block>
          试算 <kbd>Ctrl+Enter</kbd>
        </Button>
      </form>
    </section>
  );
}

/** Focuses the next step of the form; after the last one `atEnd` is called. */
function focusNextStep(current: Element, atEnd: () => void): void {
  const steps = [...(current.closest('form')?.querySelectorAll<HTMLElement>('[data-step]') ?? [])];
  const at = steps.findIndex((step) => step === current || step.contains(current));
  const next = steps[at + 1];
  if (next) focusStep(next);
  else atEnd();
}

/** A step is an input, or a group of choices of which the chosen one takes the focus. */
function focusStep(step: HTMLElement): void {
  const target = step.matches('input')
    ? step
    : (step.querySelector<HTMLElement>('input:checked') ?? step.querySelector<HTMLElement>('input'));
  target?.focus();
  if (target instanceof HTMLInputElement && target.type === 'text') target.select();
}
