// Where the family member is insured: province, then city.
import { useState } from 'react';
import { useAnswer } from '../../api/hooks.ts';
import { Asked } from '../../parts/asked.tsx';
import { SelectField } from '../../parts/field.tsx';

interface AreaFieldProps {
  value: string;
  onChange: (area: string) => void;
  error: string | undefined;
  legend?: string;
}

export function AreaField({
  value,
  onChange,
  error,
  legend = '参保地（家人的医保参加在哪里）',
}: AreaFieldProps) {
  const areas = useAnswer('getInsuredAreas');
  const [chosenProvince, setChosenProvince] = useState(value.slice(0, 2));
  return (
    <Asked query={areas} waiting="正在读取参保地列表…">
      {({ provinces }) => {
        const province = provinces.find((candidate) => candidate.province.slice(0, 2) === chosenProvince);
        const chooseProvince = (code: string) => {
          setChosenProvince(code.slice(0, 2));
          const only = provinces.find((candidate) => candidate.province === code)?.areas;
          onChange(only?.length === 1 ? (only[0]?.area ?? '') : '');
        };
        return (
          <fieldset className="field-set">
            <legend>{legend}</legend>
            <div className="field-pair">
              <SelectField
                id="memberProvince"
                label="省份"
                value={province?.province ?? ''}
                onChange={chooseProvince}
                options={provinces.map(({ province: code, name }) => ({ value: code, text: name }))}
                empty="请选择省份"
              />
              <SelectField
                id="memberArea"
                label="城市"
                value={value}
                onChange={onChange}
                options={(province?.areas ?? []).map(({ area, name }) => ({ value: area, text: name }))}
                empty={province ? '请选择城市' : '请先选择省份'}
                error={error}
              />
            </div>
          </fieldset>
        );
      }}
    </Asked>
  );
}
