// Every endpoint of the contract with its route; the type check names one that is missing.
import type { EndpointName } from '@gongji/contract';
import { answerMemberRequest } from './citizen/answer-member-request.ts';
import { cancelPremium } from './citizen/cancel-premium.ts';
import { changeControl } from './citizen/change-control.ts';
import { endRelation } from './citizen/end-relation.ts';
import { disputeUsage } from './citizen/dispute-usage.ts';
import { searchUsages } from './citizen/search-usages.ts';
import { answerDispute } from './staff/answer-dispute.ts';
import { listDisputes } from './staff/list-disputes.ts';
import { explainUsage } from './citizen/explain-usage.ts';
import { getApplication } from './citizen/get-application.ts';
import { getMe } from './citizen/get-me.ts';
import { getPremium } from './citizen/get-premium.ts';
import { getRelation } from './citizen/get-relation.ts';
import { listApplications } from './citizen/list-applications.ts';
import { listMemberRequests } from './citizen/list-member-requests.ts';
import { listPremiumChoices } from './citizen/list-premium-choices.ts';
import { listPremiums } from './citizen/list-premiums.ts';
import { listRelations } from './citizen/list-relations.ts';
import { listUsages } from './citizen/list-usages.ts';
import { getOnlineOrder } from './citizen/get-online-order.ts';
import { listCredentials } from './citizen/list-credentials.ts';
import { countNotices } from './citizen/count-notices.ts';
import { listNotices } from './citizen/list-notices.ts';
import { readNotices } from './citizen/read-notices.ts';
import { listLostMessages } from './staff/list-lost-messages.ts';
import { sendMessageAgain } from './staff/send-message-again.ts';
import { listOnlineOrders } from './citizen/list-online-orders.ts';
import { payOnlineOrder } from './citizen/pay-online-order.ts';
import { orderGivers } from './citizen/order-givers.ts';
import { pauseRelation } from './citizen/pause-relation.ts';
import { payPremium } from './citizen/pay-premium.ts';
import { getPremiumOrder } from './citizen/get-premium-order.ts';
import { payPremiumOrder } from './citizen/pay-premium-order.ts';
import { quotePremiumOrder } from './citizen/quote-premium-order.ts';
import { quotePremium } from './citizen/quote-premium.ts';
import { submitApplication } from './citizen/submit-application.ts';
import { supplementApplication } from './citizen/supplement-application.ts';
import { withdrawApplication } from './citizen/withdraw-application.ts';
import { changeStaffAccount } from './staff/change-staff-account.ts';
import { createStaffAccount } from './staff/create-staff-account.ts';
import { approveCleanReviews } from './staff/approve-clean-reviews.ts';
import { checkReviewQuality } from './staff/check-review-quality.ts';
import { claimReview } from './staff/claim-review.ts';
import { escalateReview } from './staff/escalate-review.ts';
import { recallReview } from './staff/recall-review.ts';
import { releaseReview } from './staff/release-review.ts';
import { renewReviewClaim } from './staff/renew-review-claim.ts';
import { takeReview } from './staff/take-review.ts';
import { decideReview } from './staff/decide-review.ts';
import { getReview } from './staff/get-review.ts';
import { getStaffAccount } from './staff/get-staff-account.ts';
import { listReviews } from './staff/list-reviews.ts';
import { listStaffAccounts } from './staff/list-staff-accounts.ts';
import { revealReview } from './staff/reveal-review.ts';
import { listInstitutions } from './staff/list-institutions.ts';
import { getInstitution } from './staff/get-institution.ts';
import { createInstitution } from './staff/create-institution.ts';
import { changeInstitution } from './staff/change-institution.ts';
import { makeInstitutionKey } from './staff/make-institution-key.ts';
import { searchInstitutionMessages } from './staff/search-institution-messages.ts';
import { getFinanceDay } from './staff/finance/get-day.ts';
import { closeFinanceDay } from './staff/finance/close-day.ts';
import { reconcileFinanceDay } from './staff/finance/reconcile-day.ts';
import { listMovedAccounts } from './staff/finance/list-moved-accounts.ts';
import { getFinanceMonth } from './staff/finance/get-month.ts';
import { getAccountEntries } from './staff/finance/get-account-entries.ts';
import { getJournal } from './staff/finance/get-journal.ts';
import { listOpenHolds } from './staff/finance/list-holds.ts';
import { listRefunds } from './staff/finance/list-refunds.ts';
import { listPayables } from './staff/finance/list-payables.ts';
import { listClearing } from './staff/finance/list-clearing.ts';
import { getClearingEntries } from './staff/finance/get-clearing-entries.ts';
import { readStatement } from './staff/finance/read-statement.ts';
import { listFinanceCases } from './staff/finance/list-cases.ts';
import { getFinanceCase } from './staff/finance/get-case.ts';
import { resolveFinanceCase } from './staff/finance/resolve-case.ts';
import { findRecords } from './staff/find-records.ts';
import { getRecord } from './staff/get-record.ts';
import { decideCorrection } from './staff/decide-correction.ts';
import { listCorrections } from './staff/list-corrections.ts';
import { proposeCorrection } from './staff/propose-correction.ts';
import { revealPerson } from './staff/reveal-person.ts';
import { findAtWindow } from './staff/find-at-window.ts';
import { getWindowDesk } from './staff/get-window-desk.ts';
import { bindAtWindow } from './staff/bind-at-window.ts';
import { endAtWindow } from './staff/end-at-window.ts';
import { quoteAtWindow } from './staff/quote-at-window.ts';
import { payAtWindow } from './staff/pay-at-window.ts';
import { searchAudit } from './staff/search-audit.ts';
import { exportAudit } from './staff/export-audit.ts';
import { getAuditVerification } from './staff/get-audit-verification.ts';
import { startAuditVerification } from './staff/start-audit-verification.ts';
import { getMoneyReport } from './staff/report/get-money.ts';
import { getRelationReport } from './staff/report/get-relations.ts';
import { getApplicationReport } from './staff/report/get-applications.ts';
import { getPremiumReport } from './staff/report/get-premiums.ts';
import { readReportList } from './staff/report/read-list.ts';
import { getPolicyDesk } from './staff/policy/get-desk.ts';
import { createPolicyDraft } from './staff/policy/create-draft.ts';
import { getPolicyDraft } from './staff/policy/get-draft.ts';
import { savePolicyDraft } from './staff/policy/save-draft.ts';
import { stepPolicyDraft } from './staff/policy/step-draft.ts';
import { judgePolicyDraft } from './staff/policy/judge-draft.ts';
import { findPatient } from './till/find-patient.ts';
import { getSettlement } from './till/get-settlement.ts';
import { listSettlements } from './till/list-settlements.ts';
import { quoteBill } from './till/quote-bill.ts';
import { reverseSettlement } from './till/reverse-settlement.ts';
import { settleBill } from './till/settle-bill.ts';
import { fileOutOfArea } from './citizen/file-out-of-area.ts';
import { getCalculatorFacts } from './citizen/get-calculator-facts.ts';
import { getOutOfArea } from './citizen/get-out-of-area.ts';
import { checkReceipt } from './visitor/check-receipt.ts';
import { getPolicyText } from './visitor/get-policy-text.ts';
import { listGuides } from './visitor/list-guides.ts';
import { addFamilyAccount } from './citizen/add-family-account.ts';
import { answerFamilyAccount } from './citizen/answer-family-account.ts';
import { endFamilyAccount } from './citizen/end-family-account.ts';
import { listFamilyAccount } from './citizen/list-family-account.ts';
import { showFamilyCode } from './citizen/show-family-code.ts';
import { getGuide } from './visitor/get-guide.ts';
import { getInsuredAreas } from './visitor/get-insured-areas.ts';
import type { Route } from './edge/route.ts';
import { endSession } from './session/end-session.ts';
import { getSession } from './session/get-session.ts';
import { grantDelegation } from './citizen/grant-delegation.ts';
import { listDelegations } from './citizen/list-delegations.ts';
import { revokeDelegation } from './citizen/revoke-delegation.ts';
import { setActing } from './session/set-acting.ts';
import { setDemoDate } from './session/set-demo-date.ts';

const byName: Record<EndpointName, Route> = {
  getSession,
  endSession,
  setDemoDate,
  setActing,
  listDelegations,
  grantDelegation,
  revokeDelegation,
  getMe,
  listApplications,
  submitApplication,
  getApplication,
  supplementApplication,
  withdrawApplication,
  listMemberRequests,
  answerMemberRequest,
  listRelations,
  getRelation,
  changeControl,
  pauseRelation,
  orderGivers,
  endRelation,
  listPremiumChoices,
  quotePremium,
  payPremium,
  listPremiums,
  getPremium,
  cancelPremium,
  quotePremiumOrder,
  payPremiumOrder,
  getPremiumOrder,
  listUsages,
  searchUsages,
  disputeUsage,
  listDisputes,
  answerDispute,
  explainUsage,
  listNotices,
  countNotices,
  readNotices,
  listLostMessages,
  sendMessageAgain,
  listCredentials,
  listOnlineOrders,
  getOnlineOrder,
  payOnlineOrder,
  listReviews,
  getReview,
  decideReview,
  revealReview,
  approveCleanReviews,
  checkReviewQuality,
  claimReview,
  escalateReview,
  recallReview,
  releaseReview,
  renewReviewClaim,
  takeReview,
  listStaffAccounts,
  getStaffAccount,
  createStaffAccount,
  changeStaffAccount,
  listInstitutions,
  getInstitution,
  createInstitution,
  changeInstitution,
  makeInstitutionKey,
  searchInstitutionMessages,
  getFinanceDay,
  closeFinanceDay,
  reconcileFinanceDay,
  listMovedAccounts,
  getFinanceMonth,
  getAccountEntries,
  getJournal,
  listOpenHolds,
  listRefunds,
  listPayables,
  listClearing,
  getClearingEntries,
  readStatement,
  listFinanceCases,
  getFinanceCase,
  resolveFinanceCase,
  findRecords,
  getRecord,
  proposeCorrection,
  listCorrections,
  decideCorrection,
  revealPerson,
  findAtWindow,
  getWindowDesk,
  bindAtWindow,
  endAtWindow,
  quoteAtWindow,
  payAtWindow,
  searchAudit,
  exportAudit,
  getAuditVerification,
  startAuditVerification,
  getMoneyReport,
  getRelationReport,
  getApplicationReport,
  getPremiumReport,
  readReportList,
  getPolicyDesk,
  createPolicyDraft,
  getPolicyDraft,
  savePolicyDraft,
  stepPolicyDraft,
  judgePolicyDraft,
  findPatient,
  quoteBill,
  settleBill,
  listSettlements,
  getSettlement,
  reverseSettlement,
  getInsuredAreas,
  listGuides,
  getGuide,
  listFamilyAccount,
  addFamilyAccount,
  answerFamilyAccount,
  endFamilyAccount,
  showFamilyCode,
  checkReceipt,
  getPolicyText,
  getOutOfArea,
  fileOutOfArea,
  getCalculatorFacts,
};

export const routes: readonly Route[] = Object.values(byName);
