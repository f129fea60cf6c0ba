// 医保电子凭证: the code of the signed-in person, or of a child in the person's care, for the till to scan; renewed every minute.
import type { Answer } from '@gongji/contract';
import { useEffect, useState } from 'react';
import { useAnswer } from '../../api/hooks.ts';
import { clockOf } from '../../lib/date.ts';
import { Asked } from '../../parts/asked.tsx';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Page } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/signed-in.tsx';
import './credential.css';
import { QrCode } from './qr-code.tsx';

/** A code that is shown has at least four of its five minutes left. */
const renewMs = 60_000;

type Codes = Answer<'listCredentials'>;

/** Whether the codes have run out while no new ones came, as without network. */
function useExpired({ items, validSeconds }: Codes): boolean {
  const name = items[0]?.credential ?? '';
  const [expired, setExpired] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setExpired(name), validSeconds * 1000);
    return () => clearTimeout(timer);
  }, [name, validSeconds]);
  return expired === name;
}

/** In groups of four, so that it can be read out and typed. */
const inGroups = (code: string) => code.replaceAll(/(.{4})(?=.)/g, '$1 ');

interface CodeProps {
  answer: Codes;
  onRenew: () => void;
}

function Code({ answer, onRenew }: CodeProps) {
  const [chosen, setChosen] = useState(answer.items[0]?.personNo ?? '');
  const expired = useExpired(answer);
  const shown = answer.items.find(({ personNo }) => personNo === chosen) ?? answer.items[0];
  if (!shown) return null;
  return (
    <>
      {answer.items.length > 1 && (
        <Choice
          id="patient"
          label="谁看病"
          value={shown.personNo}
          onChange={setChosen}
          options={answer.items.map(({ personNo, name, isOwn }) => ({
            value: personNo,
            text: isOwn ? `${name}（本人）` : `${name}（孩子）`,
          }))}
        />
      )}
      <section className="credential" aria-label={`${shown.name}的凭证`}>
        <p className="credential-name">{shown.name}</p>
        {expired ? (
          <p role="status">这个凭证已经过期，新的还没有取到。请检查网络，再点“换一个”。</p>
        ) : (
          <>
            <QrCode text={shown.credential} label={`${shown.name}的医保电子凭证二维码`} />
            <p className="credential-text figures" data-credential={shown.credential}>
              {inGroups(shown.credential)}
            </p>
            <p className="hint">{clockOf(answer.validUntil)} 前有效，每分钟自动换新的。</p>
          </>
        )}
        <div className="actions">
          <Button onPress={onRenew}>换一个</Button>
        </div>
      </section>
    </>
  );
}

function Shown() {
  const query = useAnswer('listCredentials', {}, { pollMs: () => renewMs });
  return (
    <Asked query={query} waiting="正在取凭证…">
      {(answer) => <Code answer={answer} onRenew={() => void query.refetch()} />}
    </Asked>
  );
}

export default function CredentialPage() {
  return (
    <SignedIn>
      {() => (
        <Page
          title="医保电子凭证"
          back={{ href: '/', text: '首页' }}
          lead="看病、买药付钱时出示，请收费员扫码。扫不了就请他照着下面的号码输入。"
        >
          <div className="credential-place">
            <Shown />
          </div>
          <section className="block">
            <h2>怎么用</h2>
            <ul>
              <li>谁看病就出示谁的凭证。需要用家人的钱时，系统会按绑定自动用，不用出示家人的凭证。</li>
              <li>绑定了的孩子不满 18 岁，这里也能出示孩子的凭证。</li>
              <li>没带手机，也可以用看病的人自己的身份证或社会保障卡。</li>
              <li>请不要截图发给别人；凭证 5 分钟后作废。</li>
            </ul>
          </section>
        </Page>
      )}
    </SignedIn>
  );
}
