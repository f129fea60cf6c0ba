// 大字版: a larger root font size, kept in this browser.
import { useState } from 'react';

const place = 'gongji.elder';

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

/** Applied once before the first paint. */
export const applyElderMode = (): void => show(kept());

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
