// Changes of an institution: a new key, suspend or resume, settings, an end to one key; each with a reason.
import type { InstitutionAccount, InstitutionSettings } from '@gongji/contract';
import { useMutation } from '@tanstack/react-query';
import { Radio } from 'antd';
import { useId, useState } from 'react';
import { call } from '../api/call.ts';
import { Failure } from '../api/failure.ts';
import { once } from '../api/intent.ts';
import { noticeExpiry, refreshAll } from '../api/queries.ts';
import { ActionForm } from '../shared/ActionForm.tsx';
import { ReasonField } from '../shared/TextField.tsx';
import { SettingsFields } from './SettingsFields.tsx';

type Kind = 'make-key' | 'suspend' | 'resume' | 'settings' | 'end-key';

interface InstitutionChangesProps {
  institution: InstitutionAccount;
  onMade: (key: { accessKey: string; secret: string }) => void;
}

const overlaps: readonly [number, string][] = [
  [0, '立即停用'],
  [24, '再保留 1 天'],
  [168, '再保留 7 天'],
  [720, '再保留 30 天'],
];

export function InstitutionChanges({ institution, onMade }: InstitutionChangesProps) {
  const id = useId();
  const { code, state, keys, version: seenVersion } = institution;
  const [kind, setKind] = useState<Kind>('make-key');
  const [overlapHours, setOverlapHours] = useState(168);
  const [accessKey, setAccessKey] = useState(keys.at(-1)?.accessKey ?? '');
  const [settings, setSettings] = useState<InstitutionSettings>(institution.settings);
  const [reason, setReason] = useState('');
  const params = { institutionCode: code };
  const act = async () => {
    if (kind === 'make-key') {
      const body = { overlapHours, reason, seenVersion };
      onMade(await once(`key-${code}`, body, (key) => call('makeInstitutionKey', { params, body, key })));
      return;
    }
    const body =
      kind === 'settings'
        ? { change: kind, settings, reason, seenVersion }
        : kind === 'end-key'
          ? { change: kind, accessKey, reason, seenVersion }
          : { change: kind, reason, seenVersion };
    await once(`institution-${code}`, body, (key) => call('changeInstitution', { params, body, key }));
  };
  const change = useMutation({
    mutationFn: act,
    onSuccess: () => (kind === 'make-key' ? undefined : refreshAll()),
    onError: (error) => {
      noticeExpiry(error);
      if (error instanceof Failure && error.code === 'state-changed') void refreshAll();
    },
  });
  const kinds: [Kind, string][] = [
    ['make-key', '更换密钥'],
    state === 'open' ? ['suspend', '暂停接入'] : ['resume', '恢复接入'],
    ['settings', '修改设置'],
    ...(keys.length > 0 ? ([['end-key', '停用密钥']] satisfies [Kind, string][]) : []),
  ];
  return (
    <ActionForm
      label="办理变更"
      isHeaded
      action={change}
      submitText={`确认${kinds.find(([value]) => value === kind)?.[1]}`}
      danger={kind === 'suspend' || kind === 'end-key'}
    >
      <Radio.Group
        name={`${id}-kind`}
        aria-label="办理什么"
        optionType="button"
        value={kind}
        onChange={(event) => setKind(event.target.value as Kind)}
        options={kinds.map(([value, label]) => ({ value, label }))}
      />
      {kind === 'make-key' && (
        <div>
          <label className="field-label" htmlFor={`${id}-overlap`}>
            原来的密钥
          </label>
          <select
            id={`${id}-overlap`}
            className="select"
            value={overlapHours}
            onChange={(event) => setOverlapHours(Number(event.target.value))}
          >
            {overlaps.map(([hours, label]) => (
              <option key={hours} value={hours}>
                {label}
              </option>
            ))}
          </select>
          <p className="quiet">
            新密钥立即可用。保留期内新旧两个密钥都有效，机构可以从容更换；密钥泄露时请立即停用旧的。
          </p>
        </div>
      )}
      {kind === 'suspend' && (
        <p>暂停后机构的软件和收费窗口立刻不能再结算、退费，收费员会看到暂停的说明；已办的业务不受影响。</p>
      )}
      {kind === 'settings' && <SettingsFields settings={settings} onChange={setSettings} />}
      {kind === 'end-key' && (
        <div>
          <label className="field-label" htmlFor={`${id}-key`}>
            要停用的密钥
          </label>
          <select
            id={`${id}-key`}
            className="select"
            value={accessKey}
            onChange={(event) => setAccessKey(event.target.value)}
          >
            {keys.map((key) => (
              <option key={key.accessKey}>{key.accessKey}</option>
            ))}
          </select>
          <p className="quiet">立即停用，不能恢复。没有别的有效密钥时，机构的软件就连不上了。</p>
        </div>
      )}
      <ReasonField value={reason} onChange={setReason} />
    </ActionForm>
  );
}
