// For the tests of the institutions' interface: the real services on a fresh database, and the gateway behind real HTTP.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFieldCipher } from '@gongji/database';
import { testDatabase } from '@gongji/database/testing';
import { createLedger, ledgerMigrations } from '@gongji/ledger';
import { readPolicyLibrary } from '@gongji/policy/node';
import { createReadStream } from 'node:fs';
import { sampleCatalogueFile, sampleWorld } from '@gongji/sample';
import { createServices, serviceMigrations } from '@gongji/service';
import type { Ports } from '@gongji/service';
import { createInstitutionLimit } from '../src/edge/institution-limit.ts';
import { createGateway, hospitalPath } from '../src/hospital/gateway.ts';
import { createLogTo } from '../src/log.ts';
import { createMetrics } from '../src/metrics.ts';
import { institutionsOverHttp } from '../src/ports/institutions.ts';
import { sign } from '../src/till/signature.ts';

const key = (letter: string) => Buffer.alloc(32, letter).toString('base64');
const unused = () => Promise.reject(new Error('the interface asks no such port'));
export const sample = sampleWorld();
/** Of the sample families; the further people are left out. */
export const families = sample.people.filter((person) => person.family !== undefined);

interface Setlinfo {
  setl_id: string;
  mdtrt_id: string;
  medins_setl_id: string;
  setl_time: string;
  medfee_sumamt: number;
  fulamt_ownpay_amt: number;
  overlmt_selfpay: number;
  preselfpay_amt: number;
  inscp_scp_amt: number;
  fund_pay_sumamt: number;
  acct_pay: number;
  acct_mulaid_pay: number;
  psn_cash_pay: number;
  pdn_cash_pay: number;
  balc: number;
}
/** Nodes of all transactions; each answer has its own. */
interface HospitalOutput {
  baseinfo: { psn_no: string };
  data: { mdtrt_id: string };
  setlinfo: Setlinfo;
  stmtinfo: { stmt_rslt: string; stmt_rslt_dscr: string };
  fileinfo: { file_qury_no: string; filename: string };
  file_qury_no: string;
  result: unknown;
  setldetail: unknown;
  detlcutinfo: unknown;
  list: { value: string; label: string }[];
  trtinfo: unknown;
  medinsinfo: unknown;
}
export interface HospitalAnswer {
  status: number;
  infcode: number;
  err_msg: string;
  output: HospitalOutput;
  [field: string]: unknown;
}
interface Changes {
  headers?: Record<string, string | undefined>;
  /** Fields of the envelope. */
  envelope?: Record<string, unknown>;
  msgid?: string;
  /** Instead of the JSON of the envelope. */
  body?: string;
}

export type HospitalWorld = Awaited<ReturnType<typeof openHospitalWorld>>;

/** `noticeUrl`: where notices of paid orders go. On 15 October 2024, with the sample families, institutions, funds and relations. */
export async function openHospitalWorld(noticeUrl = 'http://localhost:1') {
  const database = await testDatabase({ migrations: [ledgerMigrations, serviceMigrations] });
  const pool = database.appPool;
  const cipher = createFieldCipher({ active: 'k1', keys: { k1: key('a') }, lookup: key('b') });
  const ledger = createLedger({ pool });
  const realNow = new Date(1721789415123);
  const lines: string[] = [];
  const log = createLogTo((line) => lines.push(line));
  const ports: Ports = {
    registry: { checkIdentity: unused, checkKinship: unused, findInsurance: unused },
    taxBureau: { assess: unused, pay: unused, query: unused },
    cashChannel: { createOrder: unused, queryOrder: unused, refundOrder: unused, closeOrder: unused },
    dailyFiles: { fetch: unused },
    institutions: institutionsOverHttp(noticeUrl, log, () => realNow),
    sms: {
      send: async () => ({ result: 'sent' }),
      sendToHost: async () => ({ result: 'sent' }),
    },
  };
  const services = createServices({
    ...{ pool, ledger, library: readPolicyLibrary(), cipher, ports, log },
    publicUrl: 'http://localhost:7300',
    signIns: { search: async () => [] },
  });
  const clock = { at: new Date('2024-10-15T10:30:00+08:00'), today: '2024-10-15' };
  await services.person.import(families, new Date('2024-01-02T09:00:00+08:00'));
  await services.person.importFunds(sample.funds, new Date('2024-01-02T09:00:00+08:00'));
  await services.person.importInstitutions(sample.institutions);
  await services.catalogue.import(createReadStream(sampleCatalogueFile));
  const known = new Set(families.map((person) => person.personNo));
  await services.relation.importBound(
    sample.relations.filter(({ giverNo, memberNo }) => known.has(giverNo) && known.has(memberNo)),
    new Date('2024-01-02T09:00:00+08:00'),
  );
  const gateway = createGateway({
    ...{
      services,
      log,
      metrics: createMetrics(pool, {
        waitingNotices: () => services.hospital.waitingOrderNotices(),
        messages: () => services.notice.outbox(),
      }),
      realNow: () => realNow,
    },
    limits: { institution: createInstitutionLimit() },
    clock: { demo: true, now: () => ({ ...clock }), setDemoDate: unused },
  });
  const server = createServer((request, response) => void gateway(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${hospitalPath}`;
  let serial = 0;

  return {
    ...{ database, ledger, services, clock, url, cipher },
    /** Who was told of what, by how the event's name begins. */
    async told(reference: string) {
      const { rows } = await pool.query<{ kind: string; personNo: string }>(
        `select kind, person_no as "personNo" from gongji.notice where starts_with(reference, $1) order by kind`,
        [reference],
      );
      return rows;
    },
    /** What was logged. */
    log: () => lines.join(''),
    /** A new message id of the institution. */
    msgid: (code: string) => `${code}20241015103000${String((serial += 1)).padStart(4, '0')}`,

    /** Headers as the institution's software signs them. */
    signed(code: string, infno: string): Record<string, string> {
      const { accessKey = '', secret = '' } = sample.institutions.find((each) => each.code === code) ?? {};
      const named = { accessKey, name: infno, timestamp: String(realNow.getTime()), version: '1.0.0' };
      return {
        _api_access_key: accessKey,
        _api_name: infno,
        _api_timestamp: named.timestamp,
        _api_version: named.version,
        _api_signature: sign(secret, named),
      };
    },

    /** Sends one signed message of an institution. */
    async call(code: string, infno: string, input: unknown, changes: Changes = {}): Promise<HospitalAnswer> {
      const envelope = {
        infno,
        msgid: changes.msgid ?? this.msgid(code),
        mdtrtarea_admvs: code.slice(1, 7),
        insuplc_admdvs: code.slice(1, 7),
        recer_sys_code: 'HIS',
        dev_no: '',
        dev_safe_info: '',
        cainfo: '',
        signtype: '',
        infver: 'V1.0',
        opter_type: '1',
        opter: 'C01',
        opter_name: '收费员',
        inf_time: '2024-10-15 10:30:00',
        fixmedins_code: code,
        fixmedins_name: '示例',
        sign_no: '',
        input,
        ...changes.envelope,
      };
      const headers = Object.entries({
        'content-type': 'text/plain; charset=utf-8',
        ...this.signed(code, infno),
        ...changes.headers,
      }).filter((entry): entry is [string, string] => entry[1] !== undefined);
      const response = await fetch(url, {
        method: 'POST',
        headers,
        body: changes.body ?? JSON.stringify(envelope),
      });
      return { ...((await response.json()) as HospitalAnswer), status: response.status };
    },

    /** The text of a file that 9102 answers with. */
    async download(code: string, fileNo: string, fileName: string): Promise<string> {
      const fsDownloadIn = { file_qury_no: fileNo, filename: fileName, fixmedins_code: 'plc' };
      const response = await fetch(url, {
        method: 'POST',
        headers: this.signed(code, '9102'),
        body: JSON.stringify({
          ...{ infno: '9102', msgid: this.msgid(code), fixmedins_code: code, input: { fsDownloadIn } },
        }),
      });
      if (response.headers.get('content-type') !== 'application/octet-stream') {
        throw new Error(await response.text());
      }
      return response.text();
    },

    async close() {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await services.close();
      await ledger.close();
      await database.drop();
    },
  };
}
