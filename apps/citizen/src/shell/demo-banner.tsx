// The strip that says that this is a demonstration, on which day, and lets one change the day.
import { demoDates } from '@gongji/contract/paths';
import { useState, type FormEvent } from 'react';
import { useAct } from '../api/hooks.ts';
import { asProblem } from '../api/problem.ts';
import { dayWords } from '../lib/date.ts';

export function DemoBanner({ today }: { today: string }) {
  const [open, setOpen] = useState(false);
  const [date, setDate] = useState(today);
  const change = useAct('setDemoDate');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ body: { date } }, { onSuccess: () => setOpen(false) });
  };
  return (
    <section className="demo" aria-label="演示说明">
      <div className="demo-row">
        <p>
          演示系统，人物和数据均为虚构。演示日期 <strong>{dayWords(today)}</strong>
        </p>
        <button
          type="button"
          className="link-button"
          aria-expanded={open}
          onClick={() => {
            setDate(today);
            setOpen(!open);
          }}
        >
          更改日期
        </button>
      </div>
      {open && (
        <form className="demo-form" onSubmit={submit}>
          <label htmlFor="demo-date">新的演示日期</label>
          <input
            id="demo-date"
            type="date"
            required
            min={demoDates.from}
            max={demoDates.to}
            value={date}
            onChange={(event) => setDate(event.target.value)}
          />
          <button type="submit" className="button button-small" disabled={change.isPending}>
            {change.isPending ? '正在更改…' : '改为这一天'}
          </button>
          {change.isError && <p role="alert">{asProblem(change.error).message}日期没有改。</p>}
        </form>
      )}
    </section>
  );
}
