// On every page while one acts for somebody else: for whom, and the way back to one's own business.
import { useAct } from '../api/hooks.ts';
import { forgetKept } from '../api/kept.ts';
import { clearTab } from '../channel/current.ts';
import type { Session } from './session.ts';

/** Everything shown belongs to another person from now on: begin with a fresh page. */
export function beginAfresh(): void {
  clearTab();
  void forgetKept().then(() => window.location.assign('/'));
}

export function HelperBanner({ session: { person, helper } }: { session: Session }) {
  const stop = useAct('setActing');
  if (!person || !helper) return null;
  return (
    <section className="helper-banner" aria-label="代办">
      <div className="helper-banner-row">
        <p>
          <strong>您正在代 {person.name} 办理</strong>
          <span className="helper-banner-who">
            {person.maskedIdNumber}，{person.areaName}。您是{helper.name}。
          </span>
        </p>
        <button
          type="button"
          className="button button-small"
          aria-disabled={stop.isPending ? true : undefined}
          onClick={() => {
            if (!stop.isPending) stop.mutate({ body: { delegationId: null } }, { onSuccess: beginAfresh });
          }}
        >
          {stop.isPending ? '正在退出代办…' : '不代办了'}
        </button>
        {stop.isError && <p role="alert">没有退出成功，请检查网络后再点一次。</p>}
      </div>
    </section>
  );
}
