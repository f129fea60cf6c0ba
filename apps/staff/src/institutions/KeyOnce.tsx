// A new key with its secret, shown this one time.
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';

interface KeyOnceProps {
  made: { accessKey: string; secret: string };
  onDone: () => void;
}

export function KeyOnce({ made, onDone }: KeyOnceProps) {
  const [isCopied, setCopied] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const copy = async () => {
    await navigator.clipboard.writeText(`访问密钥 ${made.accessKey}\n签名密码 ${made.secret}`);
    setCopied(true);
  };
  return (
    <section className="card key-once" aria-labelledby="key-once-title">
      <h2 id="key-once-title" ref={heading} tabIndex={-1}>
        新的访问密钥
      </h2>
      <p className="key-once-warning">
        签名密码只显示这一次，离开本页后谁也查不到。请现在交给机构的接口负责人；丢失了只能再更换一次。
      </p>
      <dl className="facts">
        <div>
          <dt>访问密钥（access key）</dt>
          <dd>
            <code>{made.accessKey}</code>
          </dd>
        </div>
        <div>
          <dt>签名密码（secret）</dt>
          <dd>
            <code>{made.secret}</code>
          </dd>
        </div>
      </dl>
      <div className="key-once-actions">
        <Button onClick={() => void copy()}>{isCopied ? '已复制' : '复制密钥和密码'}</Button>
        <Button type="primary" onClick={onDone}>
          已经交给机构
        </Button>
      </div>
    </section>
  );
}
