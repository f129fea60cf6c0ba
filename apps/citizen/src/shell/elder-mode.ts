// 长辈版: a larger root font size, kept in this browser; and the host's own font size, which is followed.
import { useState } from 'react';

const place = 'gongji.elder';
const hostPlace = 'gongji.host-scale';
/** What hosts offer, as a factor of their usual size. */
const scales = { least: 0.8, most: 2 };

const kept = (): boolean => {
  try {
    return localStorage.getItem(place) === 'on';
  } catch {
    return false;
  }
};

function show(on: boolean): void {
  document.documentElement.classList.toggle('elder', on);
}

/** The factor in `?fontScale=1.25`; undefined when it is none that a host can mean. */
export function hostScale(search: string): number | undefined {
  const factor = Number(new URLSearchParams(search).get('fontScale') ?? Number.NaN);
  return factor >= scales.least && factor <= scales.most ? factor : undefined;
}

/** Set by the address with which a host opens the app, kept for the tab: links inside don't carry it. */
function applyHostScale(): void {
  let factor = hostScale(window.location.search);
  try {
    if (factor === undefined) factor = Number(sessionStorage.getItem(hostPlace) ?? 1);
    else sessionStorage.setItem(hostPlace, String(factor));
  } catch {
    // A browser that keeps nothing follows the host on the first page only.
  }
  document.documentElement.style.setProperty('--host-scale', String(factor ?? 1));
}

/** Applied once before the first paint. */
export function applyElderMode(): void {
  applyHostScale();
  show(kept());
}

export function useElderMode(): [boolean, () => void] {
  const [on, setOn] = useState(kept);
  const toggle = () => {
    show(!on);
    setOn(!on);
    try {
      localStorage.setItem(place, on ? 'off' : 'on');
    } catch {
      // A browser that keeps nothing still shows large letters until it is closed.
    }
  };
  return [on, toggle];
}
