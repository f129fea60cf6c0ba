// Changes of an account: the post, whether it may work, and a move to another area; each with a reason.
import type { StaffAccount, StaffAccountChangeBody, StaffAccounts } from '@gongji/contract';
import { useMutation } from '@tanstack/react-query';
import { Radio } from 'antd';
import { useId, useState } from 'react';
import { useLocation } from 'wouter';
import { call } from '../api/call.ts';
import { Failure } from '../api/failure.ts';
import { once } from '../api/intent.ts';
import { noticeExpiry, refreshAll } from '../api/queries.ts';
import { ActionForm } from '../shared/ActionForm.tsx';
import { ReasonField } from '../shared/TextField.tsx';
import { PostFields } from './PostFields.tsx';

type Kind = StaffAccountChangeBody['change'];

interface AccountChangesProps {
  account: StaffAccount;
  known: StaffAccounts;
}

export function AccountChanges({ account, known }: AccountChangesProps) {
  const id = useId();
  const [, navigate] = useLocation();
  const [kind, setKind] = useState<Kind>('role');
  const [post, setPost] = useState({
    role: account.role,
    institutionCode: account.institution?.code ?? null,
  });
  const [area, setArea] = useState(known.otherAreas[0]?.area ?? '');
  const [reason, setReason] = useState('');
  const { staffNo, version: seenVersion } = account;
  const body: StaffAccountChangeBody =
    kind === 'role'
      ? { change: kind, ...post, reason, seenVersion }
      : kind === 'move'
        ? { change: kind, area, reason, seenVersion }
        : { change: kind, reason, seenVersion };
  const change = useMutation({
    mutationFn: () =>
      once(`account-${staffNo}`, body, (key) =>
        call('changeStaffAccount', { params: { staffNo }, body, key }),
      ),
    onSuccess: async () => {
      if (kind === 'move') navigate('/accounts');
      await refreshAll();
    },
    onError: (error) => {
      noticeExpiry(error);
      if (error instanceof Failure && error.code === 'state-changed') void refreshAll();
    },
  });
  const canMove = account.role !== 'cashier' && known.otherAreas.length > 0;
  const kinds: [Kind, string][] = [
    ['role', '改岗位'],
    account.state === 'active' ? ['disable', '停用'] : ['enable', '启用'],
    ...(canMove ? ([['move', '调往其他统筹区']] satisfies [Kind, string][]) : []),
  ];
  return (
    <ActionForm
      label="更改账号"
      isHeaded
      action={change}
      submitText={`确认${kinds.find(([value]) => value === kind)?.[1]}`}
      danger={kind === 'disable'}
    >
      <Radio.Group
        name={`${id}-kind`}
        aria-label="更改什么"
        optionType="button"
        value={kind}
        onChange={(event) => setKind(event.target.value as Kind)}
        options={kinds.map(([value, label]) => ({ value, label }))}
      />
      {kind === 'role' && <PostFields post={post} institutions={known.institutions} onChange={setPost} />}
      {kind === 'disable' && <p>停用后这个人立刻不能再办理任何业务，已办的业务不受影响。随时可以再启用。</p>}
      {kind === 'move' && (
        <div>
          <label className="field-label" htmlFor={`${id}-area`}>
            调往的统筹区
          </label>
          <select
            id={`${id}-area`}
            className="select"
            value={area}
            onChange={(event) => setArea(event.target.value)}
          >
            {known.otherAreas.map((each) => (
              <option key={each.area} value={each.area}>
                {each.name}
              </option>
            ))}
          </select>
          <p className="quiet">调走后账号是停用状态，由当地管理员核对后启用；本地区不再能看到这个账号。</p>
        </div>
      )}
      <ReasonField value={reason} onChange={setReason} />
    </ActionForm>
  );
}
