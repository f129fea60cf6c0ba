// Settles a batch of bills: read again under locks, adjudicated in memory, written at once with postings and accumulators.
import type { InstitutionMark } from '@gongji/contract';
import { openBooks } from '@gongji/ledger';
import type { AccountRef, Books, OwnerRef } from '@gongji/ledger';
import type { YearToDate } from '@gongji/policy';
import type { PoolClient } from 'pg';
import type { ServiceDeps } from '../deps.ts';
import { actorId } from '../kernel/action.ts';
import type { Context } from '../kernel/context.ts';
import { newId } from '../kernel/ids.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { Payment } from '../relation/control.ts';
import type { RelationService } from '../relation/service.ts';
import { usedKey, usedUnderLimit } from '../relation/used.ts';
import { shareableParts, sumFen, wholeParts } from '../usage/shareable.ts';
import { accumulatorKey, readAccumulators, yearOf } from './accumulator.ts';
import { adjudicate, isAsShown } from './adjudicate.ts';
import { madeBills } from './bill.ts';
import type { Bill } from './bill.ts';
import { refuseBill } from './check-bill.ts';
import { permittedGivers, purposeOf, readFacts } from './facts.ts';
import type { PermittedGiver, PersonFacts } from './facts.ts';
import { fundAccount, payableAccount, postBill } from './money.ts';
import { readTillQuotes } from './quote.ts';
import type { KeptTillQuote } from './quote.ts';
import { writeSettled } from './write.ts';
import type { Settled } from './write.ts';

export interface SettleItem {
  context: Context;
  institution: InstitutionMark;
  quoteId: string;
  key: string;
}
export type SettleResult = Result<{ settlementId: string; bill?: Bill }>;

export const actorOf = (context: Context): string => `${context.actor.kind}:${actorId(context.actor)}`;

type Deps = Pick<ServiceDeps, 'pool' | 'library' | 'cipher'>;

/**
 * Locks in this order, each sorted: relations, books of the areas (with all accounts and accumulators of theirs). Who waits
 * for one of them holds none that comes later, so that two batches never wait in a ring. Bills of one patient in a batch see
 * each other; the new bills among the results come with the bill.
 */
export async function settleBatch(
  deps: Deps,
  relations: Pick<RelationService, 'activeGivers'>,
  tx: PoolClient,
  items: readonly SettleItem[],
): Promise<SettleResult[]> {
  const quotes = await readTillQuotes(
    tx,
    items.map((item) => item.quoteId),
  );
  const wanted = items.flatMap((item) => {
    const quote = quotes.get(item.quoteId);
    return quote ? [{ item, quote }] : [];
  });
  const active = await relations.activeGivers(tx, [...new Set(wanted.map(({ quote }) => quote.patientNo))]);
  const facts = await readFacts(tx, [
    ...wanted.map(({ quote }) => quote.patientNo),
    ...active.map((giver) => giver.giverNo),
  ]);
  const books = openBooks(tx);
  await books.lock(accountsOf(wanted, facts, active));
  const accumulators = await readAccumulators(
    tx,
    wanted.map(({ item, quote }) => accumulatorNameOf(item, quote)),
  );
  const made = await madeBills(
    tx,
    items.map((item) => ({ actor: actorOf(item.context), key: item.key, quoteId: item.quoteId })),
  );

  const days = wanted.map(({ item }) => item.context.today);
  const used = await usedUnderLimit(tx, active, days);

  const desk = new Desk(deps, books, accumulators, made, facts, used, (patient, payment) =>
    permittedGivers(patient, active, facts, { ...payment, used }),
  );
  const results = items.map((item) => desk.settle(item, quotes.get(item.quoteId)));
  await books.flush();
  await writeSettled(deps, tx, desk.settled, accumulators);
  return results;
}

const accumulatorNameOf = (item: SettleItem, quote: KeptTillQuote) => ({
  personNo: quote.patientNo,
  area: quote.area,
  year: yearOf(item.context.today),
});

function accountsOf(
  wanted: readonly { item: SettleItem; quote: KeptTillQuote }[],
  facts: ReadonlyMap<string, PersonFacts>,
  active: readonly { giverNo: string }[],
): (AccountRef | OwnerRef)[] {
  const owners = new Set([
    ...wanted.map(({ quote }) => quote.patientNo),
    ...active.map((giver) => giver.giverNo),
  ]);
  const purses = [...owners].flatMap((owner) => {
    const person = facts.get(owner);
    return person ? [{ area: person.area, kind: 'personal' as const, owner }] : [];
  });
  const others = wanted.flatMap(({ item, quote }) => {
    const patient = facts.get(quote.patientNo);
    return [payableAccount(item.institution), ...(patient ? [fundAccount(patient)] : [])];
  });
  return [...purses, ...others];
}

/** Adjudicates one bill after the other on open books; what was settled before is seen by the next. */
class Desk {
  readonly settled: Settled[] = [];
  readonly #deps: Deps;
  readonly #books: Books;
  readonly #accumulators: Map<string, YearToDate>;
  readonly #byKey = new Map<string, { settlementId: string; quoteId: string }>();
  readonly #usedQuotes = new Set<string>();
  readonly #facts: ReadonlyMap<string, PersonFacts>;
  /** What counts towards yearly limits, by pair; bills of this batch are added. */
  readonly #used: Map<string, number>;
  readonly #giversOf: (patient: PersonFacts, payment: Pick<Payment, 'purpose' | 'today'>) => PermittedGiver[];

  constructor(
    deps: Deps,
    books: Books,
    accumulators: Map<string, YearToDate>,
    made: Awaited<ReturnType<typeof madeBills>>,
    facts: ReadonlyMap<string, PersonFacts>,
    used: Map<string, number>,
    giversOf: (patient: PersonFacts, payment: Pick<Payment, 'purpose' | 'today'>) => PermittedGiver[],
  ) {
    this.#deps = deps;
    this.#books = books;
    this.#accumulators = accumulators;
    this.#facts = facts;
    this.#used = used;
    this.#giversOf = giversOf;
    for (const bill of made) this.#remember(bill.actor, bill.requestKey, bill);
  }

  #remember(actor: string, key: string, bill: { settlementId: string; quoteId: string }): void {
    this.#byKey.set(`${actor}/${key}`, bill);
    this.#usedQuotes.add(bill.quoteId);
  }

  settle(item: SettleItem, quote: KeptTillQuote | undefined): SettleResult {
    const { context, institution, key, quoteId } = item;
    const earlier = this.#byKey.get(`${actorOf(context)}/${key}`);
    if (earlier) {
      return earlier.quoteId === quoteId
        ? done({ settlementId: earlier.settlementId })
        : refuse('key-reused');
    }
    if (quote?.institutionCode !== institution.code) return refuse('not-found');
    if (this.#usedQuotes.has(quoteId)) return refuse('quote-used');
    if (context.at > quote.validUntil) return refuse('quote-expired');
    const patient = this.#facts.get(quote.patientNo);
    if (!patient) return refuse('patient-not-found');
    const wrong = refuseBill(quote.asked, patient);
    if (wrong) return wrong;
    return this.#adjudicate(item, quote, patient);
  }

  #adjudicate(item: SettleItem, quote: KeptTillQuote, patient: PersonFacts): SettleResult {
    const { context, institution } = item;
    const { library } = this.#deps;
    const counted = accumulatorKey(accumulatorNameOf(item, quote));
    const yearToDate = this.#accumulators.get(counted);
    // The quote was for another insured area, or the patient has moved since.
    if (!yearToDate || patient.area !== quote.area) return refuse('shown-amount-changed');
    const partsOf = ({ area, personNo }: PersonFacts) => this.#books.partsOf(area, personNo);
    const adjudicated = adjudicate(library, {
      date: context.today,
      patient,
      institution,
      asked: quote.asked,
      yearToDate,
      own: { personNo: patient.personNo, area: patient.area, parts: wholeParts(partsOf(patient)) },
      givers: this.#giversOf(patient, { purpose: purposeOf(institution), today: context.today }).map(
        (giver) => ({
          personNo: giver.personNo,
          area: giver.area,
          parts: shareableParts(library, giver.area, context.today, partsOf(giver)),
          limits: giver.limits,
        }),
      ),
    });
    if (!adjudicated.ok || !isAsShown(quote.shown, adjudicated.value.till)) {
      return refuse('shown-amount-changed');
    }
    const settlementId = newId('settlement');
    const posted = postBill(this.#books, context, settlementId, patient, institution, adjudicated.value);
    if (!posted.ok) return posted;
    this.#accumulators.set(counted, adjudicated.value.till.yearToDate);
    for (const taking of adjudicated.value.takings) {
      const pair = usedKey({ giverNo: taking.personNo, memberNo: patient.personNo }, context.today);
      this.#used.set(pair, (this.#used.get(pair) ?? 0) + sumFen(taking.parts));
    }
    this.#remember(actorOf(context), item.key, { settlementId, quoteId: quote.quoteId });
    const bill: Bill = {
      settlementId,
      area: patient.area,
      institutionCode: institution.code,
      patientNo: patient.personNo,
      quoteId: quote.quoteId,
      actor: actorOf(context),
      requestKey: item.key,
      at: context.at,
      businessDate: context.today,
      asked: quote.asked,
      result: adjudicated.value.till,
      owners: adjudicated.value.owners,
      deductibleAddedFen: adjudicated.value.added.deductibleFen,
      fundAddedFen: adjudicated.value.added.fundPaidFen,
      journalId: posted.value.journalId,
    };
    this.settled.push({ context, institution, patient, adjudicated: adjudicated.value, bill });
    return done({ settlementId, bill });
  }
}
