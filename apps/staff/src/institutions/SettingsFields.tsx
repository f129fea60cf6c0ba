// The fields of an institution's settings.
import type { InstitutionSettings } from '@gongji/contract';
import { Checkbox, Input } from 'antd';
import { useId } from 'react';
import { TextField } from '../shared/TextField.tsx';

interface SettingsFieldsProps {
  settings: InstitutionSettings;
  onChange: (settings: InstitutionSettings) => void;
}

export function SettingsFields({ settings, onChange }: SettingsFieldsProps) {
  const id = useId();
  return (
    <>
      <TextField
        label="统一社会信用代码（18 位；没有就留空）"
        value={settings.uscc ?? ''}
        required={false}
        maxLength={18}
        onChange={(value) => {
          const text = value.trim().toUpperCase();
          onChange({ ...settings, uscc: text === '' ? null : text });
        }}
      />
      <Checkbox
        checked={settings.cainfo === 'required'}
        onChange={(event) =>
          onChange({ ...settings, cainfo: event.target.checked ? 'required' : 'optional' })
        }
      >
        每条报文必须在 cainfo 里带 SM2 签名或 SM3 摘要
      </Checkbox>
      <div>
        <label className="field-label" htmlFor={`${id}-sm2`}>
          SM2 公钥（十六进制，04 开头共 130 位；没有就留空）
        </label>
        <Input.TextArea
          id={`${id}-sm2`}
          value={settings.sm2PublicKey ?? ''}
          rows={3}
          maxLength={140}
          onChange={(event) => {
            const text = event.target.value.trim();
            onChange({ ...settings, sm2PublicKey: text === '' ? null : text });
          }}
        />
      </div>
      <div>
        <label className="field-label" htmlFor={`${id}-limit`}>
          每秒最多报文数
        </label>
        <Input
          id={`${id}-limit`}
          type="number"
          min={1}
          max={100_000}
          required
          value={settings.messagesPerSecond}
          onChange={(event) => onChange({ ...settings, messagesPerSecond: Number(event.target.value) })}
        />
      </div>
      <div>
        <label className="field-label" htmlFor={`${id}-url`}>
          结算结果通知地址（http 或 https；没有就留空，用系统默认地址）
        </label>
        <Input
          id={`${id}-url`}
          type="url"
          maxLength={300}
          value={settings.noticeUrl ?? ''}
          onChange={(event) => {
            const text = event.target.value.trim();
            onChange({ ...settings, noticeUrl: text === '' ? null : text });
          }}
        />
      </div>
    </>
  );
}
