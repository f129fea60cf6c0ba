// Tells givers and patients at once that something was settled or given back: a short message each that points to the page.
import type { ServiceDeps } from '../deps.ts';
import { place } from '../kernel/place.ts';
import type { NoticeSender } from '../notice/sender.ts';

export interface Teller {
  /** Returns at once. */
  settled(settlementId: string): void;
  reversed(settlementId: string): void;
  /** Sends what is waiting. */
  close(): Promise<void>;
}

interface Row {
  settlementId: string;
  personNo: string;
  phoneEnc: Buffer | null;
  isGiver: boolean;
}
type Event = 'settled' | 'reversed';

const texts = {
  settled: {
    patient: '您刚在定点医药机构结算了一笔费用，谁付了多少、依据哪条规定，请在“共济”里查看。',
    giver: '家人刚用您的个人账户付了一笔医药费，用在哪里、用了多少，请在“共济”里查看。',
  },
  reversed: {
    patient: '您在定点医药机构的一笔结算已经撤销，钱已原路退回，请在“共济”里查看。',
    giver: '家人用您的个人账户付的一笔医药费已经退回您的账户，请在“共济”里查看。',
  },
} as const;

/** Messages are gathered for so long, in ms, so that a busy hour costs few statements. */
const gatherMs = 100;
const mostAtOnce = 500;

export function createTeller(
  { pool, cipher, log }: Pick<ServiceDeps, 'pool' | 'cipher' | 'log'>,
  notices: Pick<NoticeSender, 'send'>,
): Teller {
  let waiting: { event: Event; settlementId: string }[] = [];
  let turn: Promise<void> | undefined;

  async function send(): Promise<void> {
    while (waiting.length > 0) {
      const these = waiting.slice(0, mostAtOnce);
      waiting = waiting.slice(mostAtOnce);
      const { rows } = await pool.query<Row>(
        `select b.settlement_id as "settlementId", p.person_no as "personNo", p.phone_enc as "phoneEnc",
           false as "isGiver"
         from gongji.bill b join gongji.person p on p.person_no = b.patient_no
         where b.settlement_id = any($1::text[])
         union all
         select u.subject_id, p.person_no, p.phone_enc, true
         from gongji.usage u join gongji.person p on p.person_no = u.giver_no
         where u.subject_id = any($1::text[]) and u.direction = 'used'`,
        [these.map(({ settlementId }) => settlementId)],
      );
      for (const { event, settlementId } of these) {
        for (const row of rows.filter((each) => each.settlementId === settlementId)) {
          const phone =
            row.phoneEnc && cipher.decryptText(row.phoneEnc, place('person.phone_enc', row.personNo));
          const text = texts[event][row.isGiver ? 'giver' : 'patient'];
          notices.send({ reference: `${event}:${settlementId}:${row.personNo}`, phone, text });
        }
      }
    }
  }

  const start = (): void => {
    turn ??= new Promise<void>((resolve) => setTimeout(resolve, gatherMs))
      .then(send)
      .catch((error: unknown) => log.error({ error }, 'people could not be told of settlements'))
      .finally(() => {
        turn = undefined;
        if (waiting.length > 0) start();
      });
  };
  const tell = (event: Event) => (settlementId: string) => {
    waiting.push({ event, settlementId });
    start();
  };
  return {
    settled: tell('settled'),
    reversed: tell('reversed'),
    async close() {
      while (turn) await turn;
    },
  };
}
