// Beside the binding pages: who may be bound here, how it is decided, and the city's other channels.
import { useAnswer } from '../../api/hooks.ts';
import { relationWords } from '../../lib/words.ts';

export function BindAside({ area }: { area: string }) {
  const guide = useAnswer('getGuide', { area });
  if (!guide.data) return null;
  const { areaName, decisionMode, memberLimit, relationsAllowed, channels } = guide.data;
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
      {channels.length > 0 && (
        <section className="aside-block">
          <h2>也可以在这些地方办</h2>
          {channels.map(({ name, steps }) => (
            <details key={name} className="channel">
              <summary>{name}</summary>
              <ol>
                {steps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
            </details>
          ))}
        </section>
      )}
    </>
  );
}
