// Short messages that point to the page; they carry no name and no number, and losing one loses nothing.
import type { ServiceDeps } from '../deps.ts';

interface Notice {
  /** Names the event; the message service sends the same reference once. */
  reference: string;
  phone: string | null;
  text: string;
}

export interface NoticeSender {
  /** Returns at once; nobody waits for a message. People without a phone get none. */
  send(notice: Notice): void;
  /** Waits for the messages under way. */
  close(): Promise<void>;
}

/** Sent after the transaction, at most once: what has happened is always to be seen on the page. */
export function createNoticeSender({ ports, log }: Pick<ServiceDeps, 'ports' | 'log'>): NoticeSender {
  const underWay = new Set<Promise<void>>();
  return {
    send({ reference, phone, text }) {
      if (!phone) return;
      const sending = ports.sms
        .send({ reference, phone, text })
        .then(({ result }) => {
          if (result === 'silent') log.warn({ reference }, 'a short message got no answer');
        })
        .catch((error: unknown) => log.error({ reference, error }, 'a short message could not be sent'))
        .finally(() => underWay.delete(sending));
      underWay.add(sending);
    },
    async close() {
      await Promise.all(underWay);
    },
  };
}
