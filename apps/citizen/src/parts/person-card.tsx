// Who it is about: name, masked identity number and insured area, to be checked at each step.
import type { Answer } from '@gongji/contract';

type PersonMark = Answer<'getMe'>['person'];

interface PersonCardProps {
  person: Pick<PersonMark, 'name' | 'maskedIdNumber' | 'areaName'>;
  /** e.g. 参保人（被共济人）. */
  role: string;
  check?: boolean;
}

export const PersonCard = ({ person, role, check = true }: PersonCardProps) => (
  <section className="person-card" aria-label={`${role}：${person.name}`}>
    <p className="person-card-head">
      <span>{role}</span>
      {check && <span className="person-card-check">请核对</span>}
    </p>
    <dl className="facts">
      <div>
        <dt>姓名</dt>
        <dd className="person-card-name">{person.name}</dd>
      </div>
      <div>
        <dt>身份证号码</dt>
        <dd className="figures">{person.maskedIdNumber}</dd>
      </div>
      <div>
        <dt>参保地</dt>
        <dd>{person.areaName}</dd>
      </div>
    </dl>
  </section>
);
