// Ports to the outside world; the server wires HTTP clients to them. A call that got no answer is `silent`.
import type { InstitutionMark, InsuranceStatus, Relation, Scheme } from '@gongji/contract';
import type { ToldStanding } from '../standing/standing.ts';

/** No answer within the time limit, or an answer that was no answer: the outcome is not known. */
export interface Silent {
  result: 'silent';
}

export interface InsuredPerson extends ToldStanding {
  result: 'found';
  personNo: string;
  name: string;
  area: string;
  areaName: string;
  scheme: Scheme;
  retired: boolean;
  status: InsuranceStatus;
  /** Premium group, e.g. `ordinary`, `minimum-living`. */
  group: string;
  student: boolean | null;
  bornOn: string;
  chronic: string[];
  insuredPriorYears: boolean;
  missedYears: number;
}

export interface RegistryPort {
  checkIdentity(
    name: string,
    idNumber: string,
  ): Promise<{ result: 'match' | 'mismatch' | 'unknown' } | Silent>;
  checkKinship(
    giverIdNumber: string,
    memberIdNumber: string,
    relation: Relation,
  ): Promise<{ result: 'confirmed' | 'contradicted' | 'not-on-record' } | Silent>;
  findInsurance(idNumber: string): Promise<InsuredPerson | { result: 'not-found' } | Silent>;
}

export interface TaxBureauPort {
  assess(
    idNumber: string,
    area: string,
    coverageYear: number,
  ): Promise<
    | { result: 'assessed'; amountFen: number; assessmentNo: string }
    | { result: 'none'; reason: string }
    | Silent
  >;
  /** Sent once per reference; the simulator and the real bureau are idempotent by reference, but we never send twice. */
  pay(payment: {
    reference: string;
    idNumber: string;
    area: string;
    coverageYear: number;
    amountFen: number;
  }): Promise<{ result: 'accepted'; taxReceiptNo: string } | { result: 'refused'; reason: string } | Silent>;
  query(
    reference: string,
  ): Promise<
    | { result: 'accepted'; taxReceiptNo: string }
    | { result: 'refused'; reason: string }
    | { result: 'never-arrived' }
    | Silent
  >;
}

export interface CashChannelPort {
  createOrder(order: {
    reference: string;
    amountFen: number;
    subject: string;
    returnUrl: string;
    /** The area whose money it is: the channel's sub-account. */
    area: string;
  }): Promise<{ result: 'created'; payUrl: string } | Silent>;
  queryOrder(
    reference: string,
  ): Promise<{ result: 'waiting' | 'paid' | 'closed' | 'refunded' | 'never-arrived' } | Silent>;
  refundOrder(
    reference: string,
  ): Promise<{ result: 'refunded' } | { result: 'refused'; reason: string } | Silent>;
  closeOrder(reference: string): Promise<{ result: 'closed' | 'paid' } | Silent>;
}

/** Hosts of mini-programs that send subscription messages. */
export type MessageHost = 'wechat' | 'alipay';

/** Refused for good: trying again gives the same. */
type Handed = { result: 'sent' | 'refused' } | Silent;

export interface SmsPort {
  /** `reference` is the key: the same one reaches the phone once, and is `sent` ever after. */
  send(message: { reference: string; phone: string; text: string }): Promise<Handed>;
  /** A subscription message; the gateway knows the person at the host from the sign-in through it. */
  sendToHost(message: {
    reference: string;
    host: MessageHost;
    personNo: string;
    text: string;
  }): Promise<Handed>;
}

/** The daily files of the tax bureau and the cash channel, as they send them. */
export interface DailyFilesPort {
  fetch(
    source: 'tax' | 'cash',
    day: string,
  ): Promise<{ result: 'file'; text: string } | { result: 'not-ready' } | Silent>;
}

/** What an institution's software is told of a paid order (6302). */
export interface PaidNotice {
  /** The institution's own address; null: the one in the settings. */
  url: string | null;
  key: { accessKey: string; secret: string };
  /** Whether its messages carry a digest in `cainfo`. */
  cainfo: 'optional' | 'required';
  institution: InstitutionMark;
  /** The same for every attempt. */
  msgid: string;
  orderId: string;
  /** The institution's own number of the order. */
  ownNo: string;
  visitId: string;
  settlementId: string;
  totalFen: number;
  cashFen: number;
  accountFen: number;
  fundFen: number;
  /** Of the payment, on the business clock. */
  paidAt: Date;
  /** By which the institution may give the order back; `''` when that hour is over. */
  reversalToken: string;
}
/** What became of one attempt, with the message and its answer, both masked. */
export interface NoticeOutcome {
  result: 'taken' | 'refused' | 'silent';
  asked: string;
  answered: string;
}
/** The software of institutions, which is called when an online order was paid. */
interface InstitutionsPort {
  /** Never rejects; an attempt without an answer is `silent`. */
  tellPaid(notice: PaidNotice): Promise<NoticeOutcome>;
}

export interface Ports {
  registry: RegistryPort;
  taxBureau: TaxBureauPort;
  cashChannel: CashChannelPort;
  sms: SmsPort;
  dailyFiles: DailyFilesPort;
  institutions: InstitutionsPort;
}
