// What the draft changes: figures side by side, and who pays more or less on a tried population, as a plot and in words.
import { Alert, Button } from 'antd';
import { useId, useState } from 'react';
import { DataTable } from '../finance/DataTable.tsx';
import type { Comparison } from './draft-question.ts';
import { DayField } from './DayField.tsx';

interface ComparePanelProps {
  firstDate: string;
  comparison: Comparison | undefined;
  isComparing: boolean;
  onCompare: (dates: { before: string; after: string }, population: number) => void;
}

export function ComparePanel({ firstDate, comparison, isComparing, onCompare }: ComparePanelProps) {
  const id = useId();
  const [dates, setDates] = useState({ before: firstDate, after: firstDate });
  const [population, setPopulation] = useState(1000);
  return (
    <section className="card" aria-labelledby="compare-title">
      <h2 id="compare-title">和已公布的版本比较</h2>
      <form
        className="form-row"
        aria-label="比较"
        onSubmit={(event) => {
          event.preventDefault();
          onCompare(dates, population);
        }}
      >
        <DayField
          label="已公布的，看哪一天"
          value={dates.before}
          onChange={(before) => setDates({ ...dates, before })}
        />
        <DayField
          label="草稿，看哪一天"
          value={dates.after}
          onChange={(after) => setDates({ ...dates, after })}
        />
        <div>
          <label className="field-label" htmlFor={id}>
            试算人数
          </label>
          <select
            id={id}
            className="select"
            value={population}
            onChange={(event) => setPopulation(Number(event.target.value))}
          >
            {[200, 1000, 5000].map((size) => (
              <option key={size} value={size}>
                {size} 人
              </option>
            ))}
          </select>
        </div>
        <Button htmlType="submit" loading={isComparing}>
          试算比较
        </Button>
      </form>
      <p className="quiet">两边的日期可以不同，例如拿今年的缴费和草稿里明年的比。</p>
      <div aria-live="polite" aria-busy={isComparing}>
        {comparison && !comparison.ok && (
          <Alert className="failure" type="error" showIcon title={comparison.message} />
        )}
        {comparison?.ok && (
          <>
            <DataTable
              caption="不同的数字"
              rows={comparison.figures}
              rowKey={({ field }) => field}
              empty="这些日子的数字没有不同。"
              columns={[
                { title: '项目', cell: ({ sectionName, name }) => `${sectionName} · ${name}` },
                { title: '已公布', cell: ({ before }) => before ?? '没有这一项' },
                { title: '草稿', cell: ({ after }) => after ?? '没有这一项' },
              ]}
            />
            <div className="data-scroll" role="region" aria-label="试算图" tabIndex={0}>
              <div className="compare-plot" dangerouslySetInnerHTML={{ __html: comparison.svg }} />
            </div>
            <ul className="compare-words">
              {comparison.sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  );
}
