// 告知书: shown in full, then the tick, then on. Binding and unbinding both begin with it.
import { useState } from 'react';
import { Button } from './button.tsx';
import { Consent } from './choice.tsx';
import { DocumentText } from './document-text.tsx';
import { leadTo } from './lead-to.ts';

interface NoticeConsentProps {
  document: { version: string; title: string; paragraphs: string[] };
  /** Ticked already, for who comes back to the page. */
  agreedBefore?: boolean;
  onAgree: () => void;
}

export function NoticeConsent({ document, agreedBefore = false, onAgree }: NoticeConsentProps) {
  const [agreed, setAgreed] = useState(agreedBefore);
  const [refused, setRefused] = useState(false);
  const goOn = () => {
    if (agreed) {
      onAgree();
      return;
    }
    setRefused(true);
    leadTo('agree');
  };
  return (
    <>
      <DocumentText document={document} />
      <Consent
        id="agree"
        on={agreed}
        onChange={(on) => {
          setAgreed(on);
          setRefused(false);
        }}
        error={refused && !agreed ? '请先阅读告知书，同意的话在下面打勾，才能继续。' : undefined}
      >
        我已阅读并同意
      </Consent>
      <div className="actions">
        <Button main onPress={goOn}>
          下一步
        </Button>
      </div>
    </>
  );
}
