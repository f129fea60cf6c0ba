// Says that what is shown was kept on the device, since when, and lets one try again.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useKeptSince } from '../api/kept.ts';
import { instantWords } from '../lib/date.ts';

export function KeptStrip() {
  const since = useKeptSince();
  const client = useQueryClient();
  useEffect(() => {
    const again = () => void client.invalidateQueries();
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [client]);
  if (since === null) return null;
  return (
    <section className="kept" aria-label="网络说明">
      <div className="demo-row" role="status">
        <p>
          网络不通。这里是 <strong>{instantWords(new Date(since).toISOString())}</strong>{' '}
          保存的内容，可能不是最新的；现在不能办理业务。
        </p>
        <button type="button" className="link-button" onClick={() => void client.invalidateQueries()}>
          再试一次
        </button>
      </div>
    </section>
  );
}
