// Beside the binding pages: who may be bound here, how it is decided, the guide's warnings, and the city's other channels.
import { useAnswer } from '../../api/hooks.ts';
import { relationWords } from '@gongji/contract/words';
import { Advice } from '../../parts/advice.tsx';
import { Channels } from '../../parts/channels.tsx';

interface BindAsideProps {
  area: string;
  /** With the guide's warnings; the notice says them already. */
  advised?: boolean;
}

export function BindAside({ area, advised = false }: BindAsideProps) {
  const guide = useAnswer('getGuide', { area });
  if (!guide.data) return null;
  const { areaName, decisionMode, memberLimit, relationsAllowed, channels, facts } = guide.data;
  return (
    <>
      <section className="aside-block">
        <h2>{areaName}的规定</h2>
        <ul className="plain-list">
          <li>可以绑定：{relationsAllowed.map((relation) => relationWords[relation]).join('、')}</li>
          {memberLimit !== null && <li>最多绑定 {memberLimit} 位家人</li>}
          <li>
            {decisionMode === 'automatic'
              ? '提交后系统自动核验，通过就马上生效'
              : '提交后由医保部门审核，通过后生效'}
          </li>
        </ul>
      </section>
      {advised && <Advice facts={facts} />}
      <Channels channels={channels} purpose="bind" />
    </>
  );
}
