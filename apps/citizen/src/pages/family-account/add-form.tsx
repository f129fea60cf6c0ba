// Adds a relative to the 亲情账户 by name and identity number.
import { useState, type FormEvent } from 'react';
import { useAct } from '../../api/hooks.ts';
import { checkIdNumber, plainIdNumber } from '../../lib/id-number.ts';
import { Button } from '../../parts/button.tsx';
import { ErrorSummary } from '../../parts/error-summary.tsx';
import { TextField } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';

function problemsOf(name: string, idNumber: string): Record<string, string> {
  const problems: Record<string, string> = {};
  if (name.trim() === '') problems['family-name'] = '请填写家人的姓名，要与身份证上一致。';
  const id = checkIdNumber(idNumber);
  if (id.outcome === 'empty') problems['family-id'] = '请填写家人的身份证号码。';
  if (id.outcome === 'incomplete')
    problems['family-id'] = `身份证号码应为 18 位，还差 ${id.missing} 位。请补全。`;
  if (id.outcome === 'wrong') problems['family-id'] = id.text;
  return problems;
}

export function AddForm() {
  const [name, setName] = useState('');
  const [idNumber, setIdNumber] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [added, setAdded] = useState('');
  const add = useAct('addFamilyAccount');
  const problems = attempt > 0 ? problemsOf(name, idNumber) : {};
  const send = () =>
    add.mutate(
      { body: { memberName: name.trim(), memberIdNumber: plainIdNumber(idNumber) } },
      {
        onSuccess: () => {
          setAdded(name.trim());
          setName('');
          setIdNumber('');
          setAttempt(0);
        },
      },
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (Object.keys(problemsOf(name, idNumber)).length > 0) setAttempt(attempt + 1);
    else send();
  };
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary problems={problems} attempt={attempt} />
      {added !== '' && !add.isPending && (
        <Notice tone="good" title={`已提交：${added}`} live>
          <p>不满 18 岁的孩子马上就能出示；成年的家人要自己登录，选“同意”以后才能出示。</p>
        </Notice>
      )}
      {add.isError && <ProblemNotice acted problem={add.error} onRetry={send} />}
      <TextField
        id="family-name"
        label="家人的姓名"
        value={name}
        onChange={setName}
        error={problems['family-name']}
        maxLength={50}
      />
      <TextField
        id="family-id"
        label="家人的身份证号码"
        value={idNumber}
        onChange={setIdNumber}
        error={problems['family-id']}
        maxLength={24}
        wideLetters
      />
      <div className="actions">
        <Button main submit working={add.isPending && '正在核对，请稍候…'}>
          添加到亲情账户
        </Button>
      </div>
    </form>
  );
}
