// The load: hospitals' software in a process of its own, over real HTTP, each message signed; told what to play by messages.
import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';

export interface LoadPerson {
  personNo: string;
  idNumber: string;
  insutype: string;
  /** The institution that treats this person, with its key. */
  code: string;
  accessKey: string;
  secret: string;
}
/** `prepare`: up to the pre-settlement; `settle`: what was prepared; `journey`: all of it. Paced when `perSecond` is given. */
export interface Play {
  what: 'prepare' | 'settle' | 'journey';
  people: readonly LoadPerson[];
  perSecond: number | null;
}
export interface Played {
  seconds: number;
  done: number;
  errors: number;
  latenciesMs: number[];
  firstError: string;
}

const url = process.argv[2] ?? '';
const callers = Number(process.argv[3]);
const agent = new Agent({ keepAlive: true, maxSockets: callers });
const prepared = new Map<string, object>();
const time = '2024-10-15 10:20:00';
let serial = 0;

interface Reply {
  infcode: number;
  err_msg: string;
  output: Record<string, Record<string, unknown>>;
}

function call(person: LoadPerson, infno: string, input: object): Promise<Reply> {
  const { code, accessKey, secret } = person;
  serial += 1;
  const timestamp = String(Date.now());
  const text = `_api_access_key=${accessKey}&_api_name=${infno}&_api_timestamp=${timestamp}&_api_version=1.0.0`;
  const body = JSON.stringify({
    ...{ infno, msgid: `${code}20241015102000${serial.toString(36).padStart(4, '0')}`, cainfo: '' },
    ...{ fixmedins_code: code, opter: 'C01', opter_name: '收费员', input },
  });
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      agent,
      method: 'POST',
      headers: {
        'content-type': 'text/plain',
        'content-length': Buffer.byteLength(body),
        _api_access_key: accessKey,
        _api_name: infno,
        _api_timestamp: timestamp,
        _api_version: '1.0.0',
        _api_signature: createHmac('sha1', secret).update(text).digest('base64'),
      },
    });
    sent.on('error', reject);
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString()) as Reply));
    });
    sent.end(body);
  });
}

async function must(person: LoadPerson, infno: string, input: object): Promise<Reply> {
  const reply = await call(person, infno, input);
  if (reply.infcode !== 0) throw new Error(`${infno}: ${JSON.stringify(reply).slice(0, 300)}`);
  return reply;
}

async function prepare(person: LoadPerson): Promise<void> {
  const { personNo: psn_no, insutype, idNumber } = person;
  const card = { mdtrt_cert_type: '02', mdtrt_cert_no: idNumber };
  await must(person, '1101', { data: card });
  const registered = await must(person, '2201', {
    data: {
      ...{ psn_no, insutype, begntime: time, ...card, ipt_otp_no: `O${serial}` },
      ...{ dept_code: 'D1', dept_name: '全科', caty: 'A02' },
    },
  });
  const mdtrt_id = registered.output['data']?.['mdtrt_id'];
  await must(person, '2203', {
    mdtrtinfo: { mdtrt_id, psn_no, med_type: '11', begntime: time, dise_codg: 'J06', dise_name: '示例' },
    diseinfo: [
      {
        ...{ diag_type: '1', diag_srt_no: 1, diag_code: 'J06', diag_name: '示例', diag_dept: 'D1' },
        ...{ dise_dor_no: 'DR1', dise_dor_name: '示医生', diag_time: time, vali_flag: '1' },
      },
    ],
  });
  const line = (feedetl_sn: string, med_list_codg: string, pric: number, cnt: number) => ({
    ...{
      feedetl_sn,
      mdtrt_id,
      psn_no,
      chrg_bchno: 'B1',
      rx_circ_flag: '0',
      fee_ocur_time: time,
      med_list_codg,
    },
    ...{ medins_list_codg: 'OWN', det_item_fee_sumamt: Math.round(pric * cnt * 100) / 100, cnt, pric },
    ...{ bilg_dept_codg: 'D1', bilg_dept_name: '全科', bilg_dr_codg: 'DR1', bilg_dr_name: '示医生' },
    hosp_appr_flag: '0',
  });
  await must(person, '2204', {
    feedetail: [line('1', 'XS-N02BE-001', 0.35, 20), line('2', 'XS-A02BC-007', 7.1, 2)],
  });
  const data = {
    ...{ psn_no, ...card, med_type: '11', medfee_sumamt: 21.2, psn_setlway: '01', mdtrt_id },
    ...{ chrg_bchno: 'B1', acct_used_flag: '1', insutype },
  };
  const { output } = await must(person, '2206', { data });
  const { fulamt_ownpay_amt, overlmt_selfpay, preselfpay_amt, inscp_scp_amt } = output['setlinfo'] ?? {};
  prepared.set(psn_no, {
    data: { ...data, fulamt_ownpay_amt, overlmt_selfpay, preselfpay_amt, inscp_scp_amt },
  });
}

async function settle(person: LoadPerson): Promise<void> {
  const input = prepared.get(person.personNo);
  if (!input) throw new Error('nothing was prepared');
  prepared.delete(person.personNo);
  await must(person, '2207', input);
}

const plays = {
  prepare,
  settle,
  journey: async (person: LoadPerson) => {
    await prepare(person);
    await settle(person);
  },
};

async function play({ what, people, perSecond }: Play): Promise<Played> {
  const played: Played = { seconds: 0, done: 0, errors: 0, latenciesMs: [], firstError: '' };
  const one = async (person: LoadPerson, dueMs: number): Promise<void> => {
    try {
      await plays[what](person);
      played.done += 1;
      played.latenciesMs.push(performance.now() - dueMs);
    } catch (error) {
      played.errors += 1;
      played.firstError ||= String(error);
    }
  };
  const from = performance.now();
  if (perSecond === null) {
    let next = 0;
    const caller = async (): Promise<void> => {
      for (let person = people[next++]; person; person = people[next++]) await one(person, performance.now());
    };
    await Promise.all(Array.from({ length: callers }, caller));
  } else {
    // Latency counts from the moment at which a message was due: a slow answer does not make the load wait.
    const due = (index: number) => from + (index * 1000) / perSecond;
    await Promise.all(
      people.map(async (person, index) => {
        await new Promise((resolve) => setTimeout(resolve, due(index) - performance.now()));
        await one(person, due(index));
      }),
    );
  }
  played.seconds = (performance.now() - from) / 1000;
  return played;
}

process.on('message', (asked: Play) => {
  void play(asked).then((played) => process.send?.(played));
});
