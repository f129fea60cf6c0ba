// Which post: the role, and for a cashier the institution.
import type { StaffAccounts, StaffRole } from '@gongji/contract';
import { roleWords } from '@gongji/contract/words';
import { Radio } from 'antd';
import { useId } from 'react';
import { roles, roleTasks } from './account.ts';

export interface Post {
  role: StaffRole;
  institutionCode: string | null;
}

interface PostFieldsProps {
  post: Post;
  institutions: StaffAccounts['institutions'];
  onChange: (post: Post) => void;
}

export function PostFields({ post, institutions, onChange }: PostFieldsProps) {
  const id = useId();
  const choose = (role: StaffRole) =>
    onChange({ role, institutionCode: role === 'cashier' ? (institutions[0]?.code ?? null) : null });
  return (
    <>
      <fieldset className="account-roles">
        <legend className="field-label">岗位</legend>
        <Radio.Group
          name={`${id}-role`}
          value={post.role}
          onChange={(event) => choose(event.target.value as StaffRole)}
        >
          {roles.map((role) => (
            <Radio key={role} value={role}>
              {roleWords[role]} <span className="quiet">{roleTasks[role]}</span>
            </Radio>
          ))}
        </Radio.Group>
      </fieldset>
      {post.role === 'cashier' && (
        <div>
          <label className="field-label" htmlFor={`${id}-institution`}>
            所在医院或药店
          </label>
          <select
            id={`${id}-institution`}
            className="select"
            value={post.institutionCode ?? ''}
            onChange={(event) => onChange({ ...post, institutionCode: event.target.value })}
          >
            {institutions.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  );
}
