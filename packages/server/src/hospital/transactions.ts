// Every transaction of the institutions' interface, by its number.
import type { Transaction } from './transaction.ts';
import { findPerson } from './transactions/t1101-person.ts';
import { findInstitutions } from './transactions/t1201-institutions.ts';
import { findDictionary } from './transactions/t1901-dictionary.ts';
import { checkEntitlement } from './transactions/t2001-entitlement.ts';
import { presettlePurchase, settlePurchase } from './transactions/t2101-purchase.ts';
import { register } from './transactions/t2201-register.ts';
import { cancelRegistration } from './transactions/t2202-cancel-registration.ts';
import { tellPharmacyVisit, tellVisit } from './transactions/t2203-visit.ts';
import { addDetail } from './transactions/t2204-detail.ts';
import { withdrawDetail } from './transactions/t2205-withdraw-detail.ts';
import { presettle } from './transactions/t2206-presettle.ts';
import { settle } from './transactions/t2207-settle.ts';
import { reversePurchase, reverseSettlement } from './transactions/t2208-reverse.ts';
import { revoke } from './transactions/t2601-revoke.ts';
import { reconcileTotals } from './transactions/t3201-reconcile-totals.ts';
import { reconcileRows } from './transactions/t3202-reconcile-rows.ts';
import { findVisits } from './transactions/t5201-visits.ts';
import { findSettlement } from './transactions/t5203-settlement.ts';
import { findLines } from './transactions/t5204-lines.ts';
import { findYearToDate } from './transactions/t5206-year-to-date.ts';
import { findChronic } from './transactions/t5301-chronic.ts';
import { findPolicyItems } from './transactions/t100001-policy-items.ts';
import { uploadOrder } from './transactions/t6201-upload-order.ts';
import { payOrder } from './transactions/t6202-pay-order.ts';
import { refundOrder } from './transactions/t6203-refund-order.ts';
import { completeOrder } from './transactions/t6204-complete-order.ts';
import { findOrder } from './transactions/t6301-find-order.ts';
import { withdrawOrder } from './transactions/t6401-withdraw-order.ts';
import { signIn } from './transactions/t9001-sign-in.ts';
import { signOut } from './transactions/t9002-sign-out.ts';
import { uploadFile } from './transactions/t9101-upload.ts';
import { downloadFile } from './transactions/t9102-download.ts';

const all: readonly Transaction[] = [
  findPerson,
  findInstitutions,
  findDictionary,
  checkEntitlement,
  presettlePurchase,
  settlePurchase,
  reversePurchase,
  register,
  cancelRegistration,
  tellVisit,
  tellPharmacyVisit,
  addDetail,
  withdrawDetail,
  presettle,
  settle,
  reverseSettlement,
  revoke,
  reconcileTotals,
  reconcileRows,
  findVisits,
  findSettlement,
  findLines,
  findYearToDate,
  findChronic,
  findPolicyItems,
  uploadOrder,
  payOrder,
  refundOrder,
  completeOrder,
  findOrder,
  withdrawOrder,
  signIn,
  signOut,
  uploadFile,
  downloadFile,
];

export const transactions: ReadonlyMap<string, Transaction> = new Map(all.map((each) => [each.infno, each]));
