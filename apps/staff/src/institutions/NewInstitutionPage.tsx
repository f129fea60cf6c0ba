// Registers an institution and hands out its first key.
import type { Body } from '@gongji/contract';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { call } from '../api/call.ts';
import { once } from '../api/intent.ts';
import { noticeExpiry, refreshAll } from '../api/queries.ts';
import { ActionForm } from '../shared/ActionForm.tsx';
import { PageTitle } from '../shared/PageTitle.tsx';
import { ReasonField, TextField } from '../shared/TextField.tsx';
import { KeyOnce } from './KeyOnce.tsx';

type Level = Body<'createInstitution'>['level'];

export function NewInstitutionPage({ area }: { area: string }) {
  const id = useId();
  const [, navigate] = useLocation();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [level, setLevel] = useState<Exclude<Level, null>>(2);
  const [uscc, setUscc] = useState('');
  const [reason, setReason] = useState('');
  const isPharmacy = code.startsWith('P');
  const body = { code, name, level: isPharmacy ? null : level, uscc: uscc === '' ? null : uscc, reason };
  const create = useMutation({
    mutationFn: () => once('institution-new', body, (key) => call('createInstitution', { body, key })),
    onError: noticeExpiry,
  });
  return (
    <div className="page account-page">
      <Link href="/institutions">返回列表</Link>
      <PageTitle>登记定点机构</PageTitle>
      {create.data ? (
        <KeyOnce
          made={create.data}
          onDone={() => {
            void refreshAll();
            navigate(`/institutions/${create.data.institution.code}`);
          }}
        />
      ) : (
        <ActionForm label="登记定点机构" action={create} submitText="登记并发放密钥">
          <TextField
            label={`机构编码（12 位：医院以 H、药店以 P 开头，接统筹区代码 ${area} 和 5 位顺序号）`}
            value={code}
            maxLength={12}
            pattern="[HP]\d{11}"
            title="H 或 P，加 11 位数字"
            onChange={(value) => setCode(value.trim().toUpperCase())}
          />
          <TextField label="名称" value={name} minLength={2} maxLength={100} onChange={setName} />
          {!isPharmacy && (
            <div>
              <label className="field-label" htmlFor={`${id}-level`}>
                医院等级
              </label>
              <select
                id={`${id}-level`}
                className="select"
                value={level}
                onChange={(event) => setLevel(Number(event.target.value) as 1 | 2 | 3)}
              >
                <option value={3}>三级</option>
                <option value={2}>二级</option>
                <option value={1}>一级</option>
              </select>
            </div>
          )}
          <TextField
            label="统一社会信用代码（18 位，照执照填；没有就留空）"
            value={uscc}
            required={false}
            maxLength={18}
            onChange={(value) => setUscc(value.trim().toUpperCase())}
          />
          <ReasonField label="登记理由（留下记录）" value={reason} onChange={setReason} />
        </ActionForm>
      )}
    </div>
  );
}
