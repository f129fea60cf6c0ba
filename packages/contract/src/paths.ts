// Method and path of every endpoint; no schema here, so that a page's bundle carries only these strings.
export const paths = {
  getSession: { method: 'GET', path: '/api/session' },
  endSession: { method: 'POST', path: '/api/session/end' },
  setActing: { method: 'POST', path: '/api/session/acting' },
  setDemoDate: { method: 'POST', path: '/api/demo-date' },

  getMe: { method: 'GET', path: '/api/me' },
  getInsuredAreas: { method: 'GET', path: '/api/insured-areas' },
  listGuides: { method: 'GET', path: '/api/guides' },
  getGuide: { method: 'GET', path: '/api/guides/{area}' },
  checkReceipt: { method: 'POST', path: '/api/receipt-checks' },
  getPolicyText: { method: 'GET', path: '/api/policy-texts/{area}' },
  getOutOfArea: { method: 'GET', path: '/api/out-of-area' },
  fileOutOfArea: { method: 'POST', path: '/api/out-of-area/filings' },
  getCalculatorFacts: { method: 'GET', path: '/api/calculator-facts/{amountFen}' },

  listApplications: { method: 'GET', path: '/api/applications' },
  submitApplication: { method: 'POST', path: '/api/applications' },
  getApplication: { method: 'GET', path: '/api/applications/{applicationId}' },
  supplementApplication: { method: 'POST', path: '/api/applications/{applicationId}/supplement' },
  withdrawApplication: { method: 'POST', path: '/api/applications/{applicationId}/withdraw' },

  listMemberRequests: { method: 'GET', path: '/api/member-requests' },
  answerMemberRequest: { method: 'POST', path: '/api/member-requests/{applicationId}/answer' },

  listDelegations: { method: 'GET', path: '/api/delegations' },
  grantDelegation: { method: 'POST', path: '/api/delegations' },
  revokeDelegation: { method: 'POST', path: '/api/delegations/{delegationId}/revocation' },

  listRelations: { method: 'GET', path: '/api/relations' },
  getRelation: { method: 'GET', path: '/api/relations/{relationId}' },
  changeControl: { method: 'POST', path: '/api/relations/{relationId}/control' },
  pauseRelation: { method: 'POST', path: '/api/relations/{relationId}/pause' },
  orderGivers: { method: 'POST', path: '/api/giver-order' },
  endRelation: { method: 'POST', path: '/api/relations/{relationId}/end' },

  listFamilyAccount: { method: 'GET', path: '/api/family-account' },
  addFamilyAccount: { method: 'POST', path: '/api/family-account/links' },
  answerFamilyAccount: { method: 'POST', path: '/api/family-account/links/{linkId}/answer' },
  endFamilyAccount: { method: 'POST', path: '/api/family-account/links/{linkId}/end' },
  showFamilyCode: { method: 'POST', path: '/api/family-account/links/{linkId}/code' },

  listPremiumChoices: { method: 'GET', path: '/api/premium-choices' },
  quotePremium: { method: 'POST', path: '/api/premium-quotes' },
  payPremium: { method: 'POST', path: '/api/premiums' },
  listPremiums: { method: 'GET', path: '/api/premiums' },
  getPremium: { method: 'GET', path: '/api/premiums/{paymentId}' },
  cancelPremium: { method: 'POST', path: '/api/premiums/{paymentId}/cancel' },
  quotePremiumOrder: { method: 'POST', path: '/api/premium-order-quotes' },
  payPremiumOrder: { method: 'POST', path: '/api/premium-orders' },
  getPremiumOrder: { method: 'GET', path: '/api/premium-orders/{orderId}' },

  listUsages: { method: 'GET', path: '/api/usages' },
  searchUsages: { method: 'POST', path: '/api/usage-searches' },
  disputeUsage: { method: 'POST', path: '/api/usages/{usageId}/dispute' },
  explainUsage: { method: 'GET', path: '/api/usages/{usageId}' },

  listNotices: { method: 'GET', path: '/api/notices' },
  countNotices: { method: 'GET', path: '/api/notices/count' },
  readNotices: { method: 'POST', path: '/api/notices/read' },

  listCredentials: { method: 'GET', path: '/api/credentials' },
  listOnlineOrders: { method: 'GET', path: '/api/online-orders' },
  getOnlineOrder: { method: 'GET', path: '/api/online-orders/{orderId}' },
  payOnlineOrder: { method: 'POST', path: '/api/online-orders/{orderId}/payment' },

  listReviews: { method: 'GET', path: '/api/staff/review-queues/{queue}' },
  takeReview: { method: 'POST', path: '/api/staff/review-queues/{queue}/next' },
  approveCleanReviews: { method: 'POST', path: '/api/staff/review-queues/team/approvals' },
  getReview: { method: 'GET', path: '/api/staff/reviews/{applicationId}' },
  decideReview: { method: 'POST', path: '/api/staff/reviews/{applicationId}/decisions' },
  claimReview: { method: 'POST', path: '/api/staff/reviews/{applicationId}/claim' },
  renewReviewClaim: { method: 'POST', path: '/api/staff/reviews/{applicationId}/claim/renewal' },
  releaseReview: { method: 'POST', path: '/api/staff/reviews/{applicationId}/release' },
  recallReview: { method: 'POST', path: '/api/staff/reviews/{applicationId}/recall' },
  escalateReview: { method: 'POST', path: '/api/staff/reviews/{applicationId}/escalation' },
  checkReviewQuality: { method: 'POST', path: '/api/staff/reviews/{applicationId}/quality' },
  revealReview: { method: 'POST', path: '/api/staff/reviews/{applicationId}/reveal' },

  listDisputes: { method: 'GET', path: '/api/staff/disputes' },
  answerDispute: { method: 'POST', path: '/api/staff/disputes/{disputeId}/answer' },

  listStaffAccounts: { method: 'GET', path: '/api/staff/accounts' },
  getStaffAccount: { method: 'GET', path: '/api/staff/accounts/{staffNo}' },
  createStaffAccount: { method: 'POST', path: '/api/staff/accounts' },
  changeStaffAccount: { method: 'POST', path: '/api/staff/accounts/{staffNo}/changes' },

  listInstitutions: { method: 'GET', path: '/api/staff/institutions' },
  getInstitution: { method: 'GET', path: '/api/staff/institutions/{institutionCode}' },
  createInstitution: { method: 'POST', path: '/api/staff/institutions' },
  changeInstitution: { method: 'POST', path: '/api/staff/institutions/{institutionCode}/changes' },
  makeInstitutionKey: { method: 'POST', path: '/api/staff/institutions/{institutionCode}/keys' },
  searchInstitutionMessages: { method: 'POST', path: '/api/staff/institutions/{institutionCode}/messages' },

  listLostMessages: { method: 'GET', path: '/api/staff/lost-messages' },
  sendMessageAgain: { method: 'POST', path: '/api/staff/lost-messages/{noticeId}/{way}/retry' },

  getFinanceDay: { method: 'GET', path: '/api/staff/finance/days/{day}' },
  closeFinanceDay: { method: 'POST', path: '/api/staff/finance/days/{day}/closing' },
  reconcileFinanceDay: { method: 'POST', path: '/api/staff/finance/days/{day}/reconciliations' },
  listMovedAccounts: { method: 'GET', path: '/api/staff/finance/days/{day}/parts/{part}' },
  getFinanceMonth: { method: 'GET', path: '/api/staff/finance/months/{month}' },
  getAccountEntries: { method: 'GET', path: '/api/staff/finance/accounts/{accountId}/{from}/{to}' },
  getJournal: { method: 'GET', path: '/api/staff/finance/journals/{journalId}' },
  listFinanceCases: { method: 'GET', path: '/api/staff/finance/case-lists/{state}' },
  getFinanceCase: { method: 'GET', path: '/api/staff/finance/cases/{caseId}' },
  resolveFinanceCase: { method: 'POST', path: '/api/staff/finance/cases/{caseId}/resolution' },
  listOpenHolds: { method: 'GET', path: '/api/staff/finance/holds' },
  listRefunds: { method: 'GET', path: '/api/staff/finance/refunds/{month}' },
  listPayables: { method: 'GET', path: '/api/staff/finance/payables/{month}' },
  listClearing: { method: 'GET', path: '/api/staff/finance/clearing' },
  getClearingEntries: { method: 'GET', path: '/api/staff/finance/clearing/{month}/{otherArea}' },
  readStatement: { method: 'POST', path: '/api/staff/finance/statements' },
  findRecords: { method: 'POST', path: '/api/staff/records/search' },
  getRecord: { method: 'GET', path: '/api/staff/records/{kind}/{id}' },
  proposeCorrection: { method: 'POST', path: '/api/staff/records/{kind}/{id}/corrections' },
  listCorrections: { method: 'GET', path: '/api/staff/corrections' },
  decideCorrection: { method: 'POST', path: '/api/staff/corrections/{correctionId}/decision' },
  revealPerson: { method: 'POST', path: '/api/staff/records/person/{personNo}/reveal' },

  findAtWindow: { method: 'POST', path: '/api/staff/window/search' },
  getWindowDesk: { method: 'GET', path: '/api/staff/window/people/{personNo}' },
  bindAtWindow: { method: 'POST', path: '/api/staff/window/people/{personNo}/applications' },
  endAtWindow: { method: 'POST', path: '/api/staff/window/people/{personNo}/relations/{relationId}/end' },
  quoteAtWindow: { method: 'POST', path: '/api/staff/window/people/{personNo}/premium-quotes' },
  payAtWindow: { method: 'POST', path: '/api/staff/window/people/{personNo}/premiums' },

  searchAudit: { method: 'POST', path: '/api/staff/audit/search' },
  exportAudit: { method: 'POST', path: '/api/staff/audit/export' },
  getAuditVerification: { method: 'GET', path: '/api/staff/audit/verification' },
  startAuditVerification: { method: 'POST', path: '/api/staff/audit/verification' },

  getMoneyReport: { method: 'GET', path: '/api/staff/reports/money/{from}/{to}' },
  getRelationReport: { method: 'GET', path: '/api/staff/reports/relations' },
  getApplicationReport: { method: 'GET', path: '/api/staff/reports/applications/{month}' },
  getPremiumReport: { method: 'GET', path: '/api/staff/reports/premiums/{coverageYear}' },
  readReportList: { method: 'POST', path: '/api/staff/reports/lists' },
  getPolicyDesk: { method: 'GET', path: '/api/staff/policies/{date}' },
  createPolicyDraft: { method: 'POST', path: '/api/staff/policy-drafts' },
  getPolicyDraft: { method: 'GET', path: '/api/staff/policy-drafts/{draftId}' },
  savePolicyDraft: { method: 'POST', path: '/api/staff/policy-drafts/{draftId}/text' },
  stepPolicyDraft: { method: 'POST', path: '/api/staff/policy-drafts/{draftId}/steps' },
  judgePolicyDraft: { method: 'POST', path: '/api/staff/policy-drafts/{draftId}/judgements' },

  findPatient: { method: 'POST', path: '/api/till/patients' },
  quoteBill: { method: 'POST', path: '/api/till/quotes' },
  settleBill: { method: 'POST', path: '/api/till/settlements' },
  listSettlements: { method: 'GET', path: '/api/till/settlements' },
  getSettlement: { method: 'GET', path: '/api/till/settlements/{settlementId}' },
  reverseSettlement: { method: 'POST', path: '/api/till/settlements/{settlementId}/reversal' },
} as const;

export type EndpointName = keyof typeof paths;
/** Sent with every POST that changes something; the same key and content gets the same answer once. */
export const idempotencyHeader = 'idempotency-key';
/** Sent with every POST of the citizen pages: for whom the page acts, as person number; another one than the session's is refused. */
export const actingHeader = 'x-acting-for';
/** Photos: multipart POST (field `photo`), answered with Photo; GET photosPath/{photoId} serves the picture. */
export const photosPath = '/api/photos';
/** As `photosPath`, for a person who is at the window. */
export const windowPhotosPath = (personNo: string) => `/api/staff/window/people/${personNo}/photos`;
/** The signed promise of an application as a PDF file. */
export const promisePath = (applicationId: string) => `/api/applications/${applicationId}/promise.pdf`;
/** A table of finance as a file: `?key=…` for what the table is of; a statement by number, period and format. */
export const financeExportPath = (table: string, format: string) =>
  `/api/staff/finance/exports/${table}.${format}`;
/** Receipts and proofs as PDF files. */
export const premiumReceiptPath = (paymentId: string) => `/api/premiums/${paymentId}/receipt.pdf`;
export const usageReceiptPath = (usageId: string) => `/api/usages/${usageId}/receipt.pdf`;
export const proofPath = (relationId: string) => `/api/relations/${relationId}/proof.pdf`;
/** As `premiumReceiptPath`, for the clerk who prints it at the window. */
export const windowReceiptPath = (personNo: string, paymentId: string) =>
  `/api/staff/window/people/${personNo}/premiums/${paymentId}/receipt.pdf`;
/** What a search of uses finds as a file; the query names `side`, `person`, `purpose` and `months`. */
export const usageExportPath = (format: 'csv' | 'pdf') => `/api/usage-exports/usages.${format}`;
/** The public page that verifies a receipt; the code stands behind `#`, so that it is in no log. */
export const verifyPath = '/verify';
/** Server-sent events: one `changed` event whenever something of the signed-in person or institution changed. */
export const eventsPath = '/api/events';
/** Pages of the sign-in: `?to=/path` says where to go afterwards. */
export const signInPath = '/sign-in';
/** Days that a demonstration can be set to: from the first recorded premium year on. */
export const demoDates = { from: '2022-01-01', to: '2027-12-31' } as const;
