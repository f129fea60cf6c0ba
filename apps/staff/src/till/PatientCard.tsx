// The patient at the till: insurance, chronic diseases, money of the year. Whose money is shared is not told here.
import type { TillPatient } from '@gongji/contract';
import { Button } from 'antd';
import { formatFen } from '../shared/money.ts';
import { schemeWords } from '../shared/words.ts';

const stateWords = { valid: '', lapsed: '（已失效）', 'not-begun': '（未生效）' } as const;

interface PatientCardProps {
  patient: TillPatient;
  /** Null while the patient cannot be changed. */
  onChange: (() => void) | null;
}

export function PatientCard({ patient, onChange }: PatientCardProps) {
  const chronicNames = patient.chronic.map(({ name, state }) => `${name}${stateWords[state]}`).join('、');
  const scheme = `${schemeWords[patient.scheme]}${patient.retired ? '（退休）' : ''}`;
  return (
    <section className="card patient" aria-labelledby="patient-title">
      <div className="patient-who">
        <h2 id="patient-title">
          {patient.name}
          <span className="patient-number">{patient.maskedIdNumber}</span>
        </h2>
        <p>
          {patient.areaName} · {scheme} · 慢特病登记：{chronicNames === '' ? '无' : chronicNames}
        </p>
      </div>
      <dl className="patient-money">
        <Money label="本人账户" value={formatFen(patient.ownAccountFen)} />
        <Money
          label="亲属共济"
          value={patient.hasShared ? '可以使用' : '没有可用的'}
          className={patient.hasShared ? 'patient-shared' : ''}
        />
        <Money label="本年起付线累计" value={formatFen(patient.yearToDate.deductibleFen)} />
        <Money label="本年基金已付" value={formatFen(patient.yearToDate.fundPaidFen)} />
      </dl>
      {onChange && <Button onClick={onChange}>换一位</Button>}
    </section>
  );
}

function Money({ label, value, className = '' }: { label: string; value: string; className?: string }) {
  return (
    <div className={className}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
