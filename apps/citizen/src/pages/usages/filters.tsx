// By whom, for what, and for how long back.
import { purposeWords } from '@gongji/contract/words';
import { SelectField } from '../../parts/field.tsx';
import type { Filter, Found } from './search.ts';

interface FiltersProps {
  filter: Filter;
  onChange: (change: Partial<Filter>) => void;
  people: Found['people'];
  received: boolean;
}

const periods = [
  { value: '3', text: '最近 3 个月' },
  { value: '6', text: '最近 6 个月' },
  { value: '12', text: '最近 12 个月' },
];
const purposes = Object.entries(purposeWords).map(([value, text]) => ({ value, text }));

export const Filters = ({ filter, onChange, people, received }: FiltersProps) => (
  <section className="filters" aria-label="筛选">
    <SelectField
      id="person"
      label={received ? '谁付的' : '谁用的'}
      empty="所有家人"
      value={filter.personNo ?? ''}
      onChange={(value) => onChange({ personNo: value || null })}
      options={people.map(({ personNo, name }) => ({ value: personNo, text: name }))}
    />
    <SelectField
      id="purpose"
      label="用途"
      empty="所有用途"
      value={filter.purpose ?? ''}
      onChange={(value) => onChange({ purpose: (value || null) as Filter['purpose'] })}
      options={purposes}
    />
    <SelectField
      id="months"
      label="时间"
      empty="全部时间"
      value={filter.months === null ? '' : String(filter.months)}
      onChange={(value) => onChange({ months: (value === '' ? null : Number(value)) as Filter['months'] })}
      options={periods}
    />
  </section>
);
