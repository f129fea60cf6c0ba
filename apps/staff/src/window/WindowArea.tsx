// The agency's window: find the person who is there, then do for them what they sign for.
import type { WorkPageProps } from '../shell/work.ts';
import { asFailure } from '../api/failure.ts';
import { useAnswer } from '../api/queries.ts';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { Loading } from '../shared/Loading.tsx';
import { BindPage } from './BindPage.tsx';
import { DeskPage } from './DeskPage.tsx';
import { EndPage } from './EndPage.tsx';
import { FindPage } from './FindPage.tsx';
import { PremiumPage } from './PremiumPage.tsx';
import '../styles/accounts.css';
import '../styles/institutions.css';
import '../styles/records.css';
import '../styles/window.css';

export default function WindowArea({ place: [personNo, ...rest] }: WorkPageProps) {
  return personNo === undefined ? <FindPage /> : <Attended key={personNo} personNo={personNo} place={rest} />;
}

function Attended({ personNo, place: [act, id, year] }: { personNo: string; place: string[] }) {
  const answer = useAnswer('getWindowDesk', { personNo });
  if (answer.isPending) return <Loading what="正在读取参保人的业务" />;
  if (answer.isError)
    return (
      <div className="page">
        <FailureNotice failure={asFailure(answer.error)} onRetry={() => void answer.refetch()} />
      </div>
    );
  const desk = answer.data;
  if (act === 'bind') return <BindPage desk={desk} />;
  if (act === 'end' && id !== undefined) return <EndPage desk={desk} relationId={id} />;
  if (act === 'premium' && id !== undefined)
    return <PremiumPage desk={desk} memberNo={id} coverageYear={Number(year)} />;
  return <DeskPage desk={desk} />;
}
