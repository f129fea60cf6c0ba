// The person signs: with pen or finger on the pad, or on paper that is scanned (which needs no pointer).
import type { WindowSignature } from '@gongji/contract';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { PhotoField } from './PhotoField.tsx';
import { SignaturePad } from './SignaturePad.tsx';

interface SignatureFieldProps {
  personNo: string;
  /** What is signed, as a sentence. */
  sentence: string;
  onChange: (signature: WindowSignature | null) => void;
}

export function SignatureField({ personNo, sentence, onChange }: SignatureFieldProps) {
  const [on, setOn] = useState<WindowSignature['on']>('pad');
  const [round, setRound] = useState(0);
  return (
    <fieldset className="window-signature">
      <legend>本人签字</legend>
      <p className="window-sentence">{sentence}</p>
      <Radio.Group
        value={on}
        onChange={(event) => {
          onChange(null);
          setOn(event.target.value as WindowSignature['on']);
        }}
      >
        <Radio value="pad">签在屏幕或手写板上</Radio>
        <Radio value="paper">签在纸上，扫描或拍照上传</Radio>
      </Radio.Group>
      {on === 'pad' ? (
        <>
          <SignaturePad key={round} onSigned={(drawing) => onChange(drawing && { on: 'pad', drawing })} />
          <Button
            size="small"
            onClick={() => {
              onChange(null);
              setRound(round + 1);
            }}
          >
            擦掉重签
          </Button>
        </>
      ) : (
        <PhotoField
          personNo={personNo}
          label="签过字的纸"
          onAdded={(photoId) => onChange({ on: 'paper', photoId })}
        />
      )}
    </fieldset>
  );
}
