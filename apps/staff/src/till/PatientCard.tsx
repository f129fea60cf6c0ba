// The patient at the till: insurance, chronic diseases, money of the year. Whose money is shared is not told here.
import type { TillPatient } from '@gongji/contract';
import { Button } from 'antd';
import { formatFen } from '../shared/money.ts';
import { schemeWords } from '../shared/words.ts';

interface PatientCardProps {
  patient: TillPatient;
  /** Null while the patient cannot be changed. */
  onChange: (() => void) | null;
}

export function PatientCard({ patient, onChange }: PatientCardProps) {
  const chronicNames = patient.chronic.map((disease) => disease.name).join('、');
  const scheme = `${schemeWords[patient.scheme]}${patient.retired ? '（退休）' : ''}`;
  const facts: [string, string][] = [
    ['身份证号码', patient.maskedIdNumber],
    ['参保地', `${patient.areaName} · ${scheme}`],
    ['慢特病登记', chronicNames === '' ? '无' : chronicNames],
    ['本年起付线累计', formatFen(patient.yearToDate.deductibleFen)],
    ['本年基金已付', formatFen(patient.yearToDate.fundPaidFen)],
  ];
  return (
    <section className="card patient" aria-labelledby="patient-title">
      <div className="card-head">
        <h2 id="patient-title">{patient.name}</h2>
        {onChange && (
          <Button size="small" onClick={onChange}>
            换一位
          </Button>
        )}
      </div>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="patient-money">
        <span>
          本人账户
          <strong>{formatFen(patient.ownAccountFen)}</strong>
        </span>
        <span className={patient.hasShared ? 'shared shared-yes' : 'shared'}>
          亲属共济
          <strong>{patient.hasShared ? '可以使用' : '没有可用的'}</strong>
        </span>
      </div>
    </section>
  );
}
