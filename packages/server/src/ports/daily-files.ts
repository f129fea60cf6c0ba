// Daily files of the tax bureau and the cash channel over HTTP, as text.
import type { Ports } from '@gongji/service';
import type { CallLog } from './call.ts';

/** A day of a large city is some megabytes. */
const timeoutMs = 60_000;

export function dailyFilesOverHttp(
  { taxBureau, cashChannel }: { taxBureau: string; cashChannel: string },
  log: CallLog,
): Ports['dailyFiles'] {
  const addresses = { tax: taxBureau, cash: cashChannel };
  return {
    async fetch(source, day) {
      try {
        const response = await fetch(new URL(`/files/${day}`, addresses[source]), {
          signal: AbortSignal.timeout(timeoutMs),
          redirect: 'error',
        });
        if (response.status === 404) return { result: 'not-ready' };
        if (response.status === 200) return { result: 'file', text: await response.text() };
        log.warn({ system: source, status: response.status }, 'no daily file');
      } catch (error) {
        log.warn({ system: source, why: error instanceof Error ? error.name : 'unknown' }, 'no daily file');
      }
      return { result: 'silent' };
    },
  };
}
