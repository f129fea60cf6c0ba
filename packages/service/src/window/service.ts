// The agency's window: what a clerk does for a person who is there. Every call is for window clerks and people of their area.
import type {
  Application,
  Photo,
  PremiumPayment,
  PremiumQuote,
  PremiumQuoteBody,
  RelationView,
  WindowApplicationBody,
  WindowDesk,
  WindowEndBody,
  WindowPerson,
  WindowPremiumBody,
} from '@gongji/contract';
import type { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import type { Result } from '../kernel/result.ts';
import type { Receipt } from '../receipt/receipt.ts';

export interface WindowService {
  /** By identity or person number; recorded, also when nobody is found. */
  find(context: Context, number: string): Promise<Result<WindowPerson>>;
  /** What the person would see in the app; the look is recorded. `not-found` for people of another area. */
  desk(context: Context, personNo: string): Promise<Result<WindowDesk>>;
  /** A photo of a proof, or of paper that the person signed; it is the person's own photo. */
  addPhoto(context: Context, personNo: string, bytes: Buffer): Promise<Result<Photo>>;
  quotePremium(
    context: Context,
    personNo: string,
    body: z.infer<typeof PremiumQuoteBody>,
  ): Promise<Result<PremiumQuote>>;
  /** The three that change something keep what was signed first, and refuse as the person's own call does. */
  bind(
    context: Context,
    personNo: string,
    body: z.infer<typeof WindowApplicationBody>,
    key: string,
  ): Promise<Result<Application>>;
  end(
    context: Context,
    personNo: string,
    relationId: string,
    body: z.infer<typeof WindowEndBody>,
    key: string,
  ): Promise<Result<RelationView>>;
  payPremium(
    context: Context,
    personNo: string,
    body: z.infer<typeof WindowPremiumBody>,
    key: string,
  ): Promise<Result<PremiumPayment>>;
  /** The receipt of a premium that the person paid or that was paid for them; the look is recorded with the payment. */
  receipt(context: Context, personNo: string, paymentId: string): Promise<Result<Receipt>>;
}
