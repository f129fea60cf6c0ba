// A relative's insurance code, for the till to scan; each showing is asked of the server and recorded there.
import { useEffect } from 'react';
import { useParams } from 'wouter';
import { useAct } from '../../api/hooks.ts';
import { clockOf } from '../../lib/date.ts';
import { Button } from '../../parts/button.tsx';
import { Loading } from '../../parts/loading.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { Page } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/signed-in.tsx';
import '../credential/credential.css';
import { QrCode } from '../credential/qr-code.tsx';

function Code({ linkId }: { linkId: string }) {
  const { mutate, data, isError, error, isPending } = useAct('showFamilyCode');
  useEffect(() => mutate({ params: { linkId }, body: {} }), [mutate, linkId]);
  const renew = () => mutate({ params: { linkId }, body: {} });
  return (
    <Page
      title={data ? `${data.person.name}的医保码` : '家人的医保码'}
      back={{ href: '/family-account', text: '亲情账户' }}
      lead="请收费员扫码。这是家人本人的医保码，只用来看病买药，不能动用您的钱。"
    >
      {isError && <ProblemNotice problem={error} onRetry={renew} />}
      {data && (
        <section className="credential" aria-label={`${data.person.name}的医保码`}>
          <p className="credential-name">
            {data.person.name}（{data.person.maskedIdNumber}）
          </p>
          <QrCode text={data.credential} label={`${data.person.name}的医保码二维码`} />
          <p className="hint">{clockOf(data.validUntil)} 前有效。每出示一次，都会记在家人的记录里。</p>
          <div className="actions">
            <Button onPress={renew} working={isPending && '正在取…'}>
              换一个
            </Button>
          </div>
        </section>
      )}
      {!data && !isError && <Loading text="正在取医保码…" />}
    </Page>
  );
}

export default function FamilyCodePage() {
  const { linkId } = useParams<{ linkId: string }>();
  return <SignedIn>{() => <Code linkId={linkId} />}</SignedIn>;
}
