// 异地就医: the own filings with warnings, filing anew, what differs elsewhere, and which credentials serve.
import { useState } from 'react';
import { useAnswer } from '../../api/hooks.ts';
import { Asked } from '../../parts/asked.tsx';
import { leadTo } from '../../parts/lead-to.ts';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/signed-in.tsx';
import { Credentials, Differences } from './differences.tsx';
import { FilingForm } from './filing-form.tsx';
import { Filings, type Renewal } from './filings.tsx';
import type { Filing, OutOfArea } from './words.ts';

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

function Shown({ answer }: { answer: OutOfArea }) {
  const { today, areaName, filings, rules } = answer;
  const [renewal, setRenewal] = useState<Renewal | null>(null);
  const [filed, setFiled] = useState(0);
  const renew = ({ placeArea, kind, lastDay, state }: Filing) => {
    const from = state === 'ending' && lastDay !== null ? nextDay(lastDay) : today;
    setFiled(0);
    setRenewal({ placeArea, kind, from });
    requestAnimationFrame(() => leadTo('file-title'));
  };
  return (
    <>
      <div role="status">{filed > 0 && <Notice tone="good" title="备案已登记，从您填的那天起有效。" />}</div>
      <Filings filings={filings} onRenew={renew} />
      <FilingForm
        key={`${renewal?.placeArea ?? ''} ${renewal?.from ?? ''} ${filed}`}
        today={today}
        renewal={renewal}
        onFiled={() => {
          setRenewal(null);
          setFiled(filed + 1);
          window.scrollTo(0, 0);
        }}
      />
      <Differences areaName={areaName} rules={rules} />
      <Credentials />
    </>
  );
}

function Own() {
  const answer = useAnswer('getOutOfArea');
  return (
    <Page
      title="异地就医备案"
      lead="去外地看病前先备案。这里可以办理、看有效期、看哪里不一样。"
      back={{ href: '/', text: '首页' }}
    >
      <Asked query={answer} waiting="正在读取您的备案…">
        {(shown) => <Shown answer={shown} />}
      </Asked>
    </Page>
  );
}

export default function ElsewherePage() {
  return <SignedIn>{() => <Own />}</SignedIn>;
}
