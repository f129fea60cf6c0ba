// 凭证验真: anybody who scanned a receipt's square code sees whether it is genuine, and what is printed on it; no sign-in.
import type { Answer } from '@gongji/contract';
import { useEffect, useState, type FormEvent } from 'react';
import { useAct } from '../../api/hooks.ts';
import { Button } from '../../parts/button.tsx';
import { Facts } from '../../parts/facts.tsx';
import { TextArea } from '../../parts/field.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { Page } from '../../shell/page.tsx';

/** The code behind the `#` of an address, or the text itself. */
const codeIn = (text: string): string => text.slice(text.indexOf('#') + 1).trim();

const Genuine = ({ printed }: { printed: Answer<'checkReceipt'> }) => (
  <>
    <Notice tone="good" title="通过核对：这张凭证由本系统出具，内容没有被改动" live>
      <p>请逐行对照手里的凭证。有一行不一样，就是被改过的。</p>
    </Notice>
    <article className="receipt" aria-labelledby="printed">
      <header className="receipt-head">
        <h2 id="printed">{printed.title}</h2>
        <p className="figures">编号 {printed.number}</p>
        <p>{printed.issuer}</p>
      </header>
      <Facts
        items={printed.facts.map(({ label, value }) => ({
          name: label,
          value: <span className="figures">{value}</span>,
        }))}
      />
    </article>
    <p className="hint">这里只显示凭证上印的内容，不查询、也不显示之后的退费、解绑等变化。</p>
  </>
);

function Ask({ onAsk }: { onAsk: (code: string) => void }) {
  const [text, setText] = useState('');
  const [attempt, setAttempt] = useState(0);
  const missing = attempt > 0 && text.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') setAttempt(attempt + 1);
    else onAsk(codeIn(text));
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextArea
        id="code"
        label="二维码里的网址"
        hint="用手机相机扫凭证右上角的二维码会直接打开核对结果；也可以把扫出来的网址粘贴在这里。"
        value={text}
        onChange={setText}
        maxLength={4000}
        error={missing ? '请粘贴二维码里的网址。' : undefined}
      />
      <div className="actions">
        <Button main submit>
          核对
        </Button>
      </div>
    </form>
  );
}

export default function VerifyPage() {
  const check = useAct('checkReceipt');
  const [code, setCode] = useState(() => codeIn(window.location.hash));
  const { mutate } = check;
  useEffect(() => {
    if (code !== '') mutate({ body: { code } });
  }, [code, mutate]);
  useEffect(() => {
    const scanned = () => setCode(codeIn(window.location.hash));
    window.addEventListener('hashchange', scanned);
    return () => window.removeEventListener('hashchange', scanned);
  }, []);
  return (
    <Page title="凭证验真" lead="核对一张共济凭证是不是真的，不用登录。">
      {check.isPending && <Loading text="正在核对…" />}
      {check.isError && (
        <ProblemNotice acted problem={check.error} onRetry={() => mutate({ body: { code } })} />
      )}
      {check.data && <Genuine printed={check.data} />}
      {!check.data && !check.isPending && (
        <Ask onAsk={(asked) => (asked === code ? mutate({ body: { code } }) : setCode(asked))} />
      )}
    </Page>
  );
}
