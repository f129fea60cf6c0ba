// The form of one more coverage year: amounts by group, window and source, written into the draft's files with their cases.
import { addPremiumYear, GROUP_NAMES } from '@gongji/policy/tools';
import type { PremiumForm as FormContent } from '@gongji/policy/tools';
import { Alert, Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { TextField } from '../shared/TextField.tsx';
import { DayField } from './DayField.tsx';
import { gradeWords } from './words.ts';

type Group = keyof FormContent['amounts'];
const groups = Object.keys(GROUP_NAMES) as Group[];

interface PremiumFormProps {
  area: string;
  today: string;
  text: string;
  casesText: string;
  onAdded: (texts: { text: string; casesText: string }, year: number) => void;
}

/** Fen of 400 or 400.50; null for an empty field; undefined for anything else. */
function fenOf(yuan: string): number | null | undefined {
  const trimmed = yuan.trim();
  if (trimmed === '') return null;
  if (!/^\d{1,6}(\.\d{1,2})?$/.test(trimmed)) return undefined;
  return Math.round(Number(trimmed) * 100);
}

export function PremiumForm({ area, today, text, casesText, onAdded }: PremiumFormProps) {
  const id = useId();
  const [year, setYear] = useState(String(Number(today.slice(0, 4)) + 1));
  const [days, setDays] = useState({ firstDay: '', lastDay: '' });
  const [yuans, setYuans] = useState<Partial<Record<Group | 'subsidy', string>>>({});
  const [source, setSource] = useState<FormContent['source']>({
    ...{ title: '', documentNumber: '', url: '', grade: 'official', checkedOn: today },
  });
  const [problem, setProblem] = useState('');

  const add = (event: FormEvent) => {
    event.preventDefault();
    const fens = Object.fromEntries(groups.map((group) => [group, fenOf(yuans[group] ?? '')]));
    const subsidyFen = fenOf(yuans.subsidy ?? '');
    const wrong = groups.find((group) => fens[group] === undefined);
    if (wrong)
      return setProblem(`${GROUP_NAMES[wrong]}的金额不对，请写元，例如 400 或 400.50；没有规定的留空。`);
    if (subsidyFen === undefined) return setProblem('财政补助的金额不对，请写元，例如 700；没有规定的留空。');
    if (days.firstDay > days.lastDay) return setProblem('缴费期的最后一天不能早于第一天。');
    const answer = addPremiumYear(text, casesText, area, {
      ...{ coverageYear: Number(year), ...days, subsidyFen, source },
      amounts: fens as FormContent['amounts'],
    });
    if (!answer.ok) return setProblem(answer.message);
    setProblem('');
    onAdded(answer, Number(year));
  };

  return (
    <form className="card account-form premium-form" aria-label="加上一个缴费年度" onSubmit={add}>
      <h2>加上一个缴费年度</h2>
      <p className="quiet">
        填好以后，年度、来源和核对用的案例会写进下面的两个文件，其他内容一字不动。缴费期以后参保的，按全国的等待期规定。
      </p>
      <div className="form-row">
        <TextField
          label="年度"
          value={year}
          inputMode="numeric"
          pattern="20\d\d"
          title="四位年份"
          onChange={setYear}
        />
        <DayField
          label="集中缴费第一天"
          value={days.firstDay}
          onChange={(firstDay) => setDays({ ...days, firstDay })}
        />
        <DayField
          label="集中缴费最后一天"
          value={days.lastDay}
          onChange={(lastDay) => setDays({ ...days, lastDay })}
        />
      </div>
      <fieldset>
        <legend>个人缴费（元；没有规定或不知道的留空，会记为“没有记录”，不会向任何人收）</legend>
        <div className="form-row">
          {groups.map((group) => (
            <TextField
              key={group}
              label={GROUP_NAMES[group]}
              value={yuans[group] ?? ''}
              inputMode="decimal"
              required={false}
              onChange={(value) => setYuans({ ...yuans, [group]: value })}
            />
          ))}
          <TextField
            label="财政补助"
            value={yuans.subsidy ?? ''}
            inputMode="decimal"
            required={false}
            onChange={(value) => setYuans({ ...yuans, subsidy: value })}
          />
        </div>
      </fieldset>
      <fieldset>
        <legend>依据</legend>
        <div className="form-row">
          <TextField
            label="文件名称"
            value={source.title}
            minLength={4}
            maxLength={120}
            onChange={(title) => setSource({ ...source, title })}
          />
          <TextField
            label="文号（可不填）"
            value={source.documentNumber}
            required={false}
            maxLength={60}
            onChange={(documentNumber) => setSource({ ...source, documentNumber })}
          />
          <div>
            <label className="field-label" htmlFor={`${id}-url`}>
              网址（可不填）
            </label>
            <Input
              id={`${id}-url`}
              type="url"
              value={source.url}
              maxLength={300}
              onChange={(event) => setSource({ ...source, url: event.target.value })}
            />
          </div>
          <div>
            <label className="field-label" htmlFor={`${id}-grade`}>
              依据等级
            </label>
            <select
              id={`${id}-grade`}
              className="select"
              value={source.grade}
              onChange={(event) =>
                setSource({ ...source, grade: event.target.value as FormContent['source']['grade'] })
              }
            >
              {Object.entries(gradeWords).map(([grade, word]) => (
                <option key={grade} value={grade}>
                  {word}
                </option>
              ))}
            </select>
          </div>
          <DayField
            label="核对日期"
            value={source.checkedOn}
            onChange={(checkedOn) => setSource({ ...source, checkedOn })}
          />
        </div>
      </fieldset>
      {problem !== '' && <Alert className="failure" type="error" showIcon title={problem} />}
      <Button htmlType="submit">写进草稿</Button>
    </form>
  );
}
