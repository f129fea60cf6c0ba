// Filing treatment elsewhere: where, why, from when to when.
import type { Body } from '@gongji/contract';
import { useState, type FormEvent } from 'react';
import { useAct } from '../../api/hooks.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { ErrorSummary } from '../../parts/error-summary.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { AreaField } from '../bind/area-field.tsx';
import type { Renewal } from './filings.tsx';
import { kindWords, type Filing } from './words.ts';

type Field = 'memberArea' | 'kind' | 'from' | 'lastDay';
type Kind = Filing['kind'];

interface FilingFormProps {
  today: string;
  /** What is filled in already, of a filing that ends. */
  renewal: Renewal | null;
  onFiled: () => void;
}

/** Keep it under a key of the renewal: what is filled in belongs to it. */
export function FilingForm({ today, renewal, onFiled }: FilingFormProps) {
  const [placeArea, setPlaceArea] = useState(renewal?.placeArea ?? '');
  const [kind, setKind] = useState<Kind | null>(renewal?.kind ?? null);
  const [from, setFrom] = useState(renewal?.from ?? today);
  const [lastDay, setLastDay] = useState('');
  const [attempt, setAttempt] = useState(0);
  const file = useAct('fileOutOfArea');
  const found: Partial<Record<Field, string>> = {};
  if (placeArea === '') found.memberArea = '请选择要去看病的地方。';
  if (kind === null) found.kind = '请选择去外地看病的原因。';
  if (from === '' || from < today) found.from = '请填写今天或以后的日期。';
  if (lastDay === '' ? kind !== 'long-stay' : lastDay < from) {
    found.lastDay = lastDay === '' ? '请填写到哪天止；只有长期住在外地的可以不填。' : '不能早于开始的那天。';
  }
  const problems = attempt > 0 ? found : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (Object.keys(found).length > 0 || kind === null) {
      setAttempt(attempt + 1);
      return;
    }
    const body: Body<'fileOutOfArea'> = { placeArea, kind, from, lastDay: lastDay === '' ? null : lastDay };
    file.mutate({ body }, { onSuccess: onFiled });
  };
  return (
    <form className="block" onSubmit={submit} noValidate aria-labelledby="file-title">
      <h2 id="file-title" tabIndex={-1}>
        {renewal ? '续办备案' : '新办备案'}
      </h2>
      <ErrorSummary problems={problems} attempt={attempt} />
      {file.isError && <ProblemNotice acted problem={file.error} />}
      <AreaField value={placeArea} onChange={setPlaceArea} error={problems.memberArea} legend="去哪里看病" />
      <Choice<Kind>
        id="kind"
        label="为什么去外地"
        value={kind}
        onChange={setKind}
        error={problems.kind}
        options={(Object.keys(kindWords) as Kind[]).map((value) => ({ value, text: kindWords[value] }))}
      />
      <div className="field-pair">
        <DateField
          id="from"
          label="从哪天起"
          value={from}
          onChange={setFrom}
          min={today}
          error={problems.from}
        />
        <DateField
          id="lastDay"
          label="到哪天止（长期居住可不填）"
          value={lastDay}
          onChange={setLastDay}
          min={from || today}
          error={problems.lastDay}
        />
      </div>
      <div className="actions">
        <Button main submit working={file.isPending && '正在备案…'}>
          提交备案
        </Button>
      </div>
    </form>
  );
}
