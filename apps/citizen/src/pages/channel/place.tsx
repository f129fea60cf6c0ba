// 本人职工医保参保地 and 医保电子凭证 before the business of a web hall is shown.
import { useState, type ReactNode } from 'react';
import { useAnswer } from '../../api/hooks.ts';
import { Asked } from '../../parts/asked.tsx';
import { Notice } from '../../parts/notice.tsx';
import { signInHref, useSession } from '../../shell/session.ts';

const place = 'gongji.place';

/** @param back the page to return to from the credential. */
export function PlaceAndCredential({ back, children }: { back: string; children: ReactNode }) {
  const session = useSession();
  const areas = useAnswer('getInsuredAreas');
  const [chosen, setChosen] = useState(() => sessionStorage.getItem(place) ?? '');
  const person = session.data?.person ?? null;
  const choose = (area: string) => {
    sessionStorage.setItem(place, area);
    setChosen(area);
  };
  return (
    <Asked query={areas} waiting="正在读取参保地…">
      {({ provinces }) => (
        <>
          <div className="field hall-place">
            <label className="field-label" htmlFor="place">
              本人职工医保参保地
            </label>
            <select id="place" value={chosen} onChange={(event) => choose(event.target.value)}>
              <option value="">请选择</option>
              {provinces.map(({ province, name, areas: inside }) => (
                <optgroup key={province} label={name}>
                  {inside.map(({ area, name: areaName }) => (
                    <option key={area} value={area}>
                      {areaName}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          </div>
          {chosen !== '' && !person && (
            <div className="actions">
              <a className="button button-main" href={signInHref(back)}>
                “医保电子凭证”认证
              </a>
            </div>
          )}
          {chosen !== '' && person && person.area !== chosen && (
            <Notice tone="warn" title={`您的参保地是${person.areaName}`}>
              <p>与上面选的不一样。业务按您登记的参保地办理，请改选{person.areaName}。</p>
            </Notice>
          )}
          {person && person.area === chosen && (
            <>
              <p className="hint">
                已用医保电子凭证认证：{person.name}（{person.maskedIdNumber}）
              </p>
              {children}
            </>
          )}
        </>
      )}
    </Asked>
  );
}
