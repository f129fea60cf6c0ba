// Body and answer schema of every endpoint, by the names of paths.ts.
import type { z } from 'zod';
import * as application from './schemas/application.ts';
import { Empty } from './schemas/common.ts';
import * as finance from './schemas/finance.ts';
import * as family from './schemas/family-account.ts';
import * as institution from './schemas/institution.ts';
import * as audit from './schemas/audit.ts';
import * as correction from './schemas/correction.ts';
import * as record from './schemas/record.ts';
import * as elsewhere from './schemas/out-of-area.ts';
import * as memberRequest from './schemas/member-request.ts';
import * as notice from './schemas/notice.ts';
import * as order from './schemas/online-order.ts';
import * as person from './schemas/person.ts';
import * as policy from './schemas/policy-desk.ts';
import * as premium from './schemas/premium.ts';
import * as premiumOrder from './schemas/premium-order.ts';
import * as receipt from './schemas/receipt.ts';
import * as relation from './schemas/relation.ts';
import * as report from './schemas/report.ts';
import * as review from './schemas/review.ts';
import * as session from './schemas/session.ts';
import * as account from './schemas/staff-account.ts';
import * as till from './schemas/till.ts';
import * as delegation from './schemas/delegation.ts';
import * as dispute from './schemas/dispute.ts';
import * as usage from './schemas/usage.ts';
import * as window from './schemas/window.ts';
import * as usageSearch from './schemas/usage-search.ts';
import type { EndpointName } from './paths.ts';

const get = <Answer extends z.ZodType>(answer: Answer) => ({ body: Empty, answer });
const post = <Body extends z.ZodType, Answer extends z.ZodType>(body: Body, answer: Answer) => ({
  body,
  answer,
});

export const endpoints = {
  getSession: get(session.Session),
  endSession: post(Empty, Empty),
  setActing: post(delegation.ActingBody, session.Session),
  setDemoDate: post(session.DemoDateBody, session.Session),

  getMe: get(person.Me),
  getInsuredAreas: get(person.InsuredAreas),
  listGuides: get(person.Guides),
  getGuide: get(person.AreaGuide),
  checkReceipt: post(receipt.ReceiptCheckBody, receipt.PrintedReceipt),
  getPolicyText: get(elsewhere.PolicyText),
  getOutOfArea: get(elsewhere.OutOfArea),
  fileOutOfArea: post(elsewhere.FilingBody, elsewhere.OutOfArea),
  getCalculatorFacts: get(elsewhere.CalculatorFacts),

  listApplications: get(application.Applications),
  submitApplication: post(application.ApplicationBody, application.Application),
  getApplication: get(application.Application),
  supplementApplication: post(application.SupplementBody, application.Application),
  withdrawApplication: post(Empty, application.Application),

  listMemberRequests: get(memberRequest.MemberRequests),
  answerMemberRequest: post(memberRequest.MemberAnswerBody, memberRequest.MemberAnswer),

  listDelegations: get(delegation.Delegations),
  grantDelegation: post(delegation.DelegationBody, delegation.Delegation),
  revokeDelegation: post(Empty, delegation.Delegation),

  listRelations: get(relation.Relations),
  getRelation: get(relation.RelationDetail),
  changeControl: post(relation.ControlBody, relation.RelationDetail),
  pauseRelation: post(relation.PauseBody, relation.RelationDetail),
  orderGivers: post(relation.GiverOrderBody, relation.Relations),
  endRelation: post(relation.EndRelationBody, relation.RelationView),

  listFamilyAccount: get(family.FamilyAccount),
  addFamilyAccount: post(family.FamilyAccountBody, family.FamilyAccount),
  answerFamilyAccount: post(family.FamilyAnswerBody, family.FamilyAccount),
  endFamilyAccount: post(Empty, family.FamilyAccount),
  showFamilyCode: post(Empty, family.FamilyCode),

  listPremiumChoices: get(premium.PremiumChoices),
  quotePremium: post(premium.PremiumQuoteBody, premium.PremiumQuote),
  payPremium: post(premium.PremiumBody, premium.PremiumPayment),
  listPremiums: get(premium.PremiumPayments),
  getPremium: get(premium.PremiumPayment),
  cancelPremium: post(Empty, premium.PremiumPayment),
  quotePremiumOrder: post(premiumOrder.PremiumOrderQuoteBody, premiumOrder.PremiumOrderQuote),
  payPremiumOrder: post(premiumOrder.PremiumOrderBody, premiumOrder.PremiumOrder),
  getPremiumOrder: get(premiumOrder.PremiumOrder),

  listUsages: get(usage.Usages),
  searchUsages: post(usageSearch.UsageSearchBody, usageSearch.UsageSearch),
  disputeUsage: post(dispute.DisputeBody, dispute.Dispute),
  explainUsage: get(usage.UsageExplanation),

  listNotices: get(notice.Notices),
  countNotices: get(notice.NoticeCount),
  readNotices: post(notice.NoticeReadBody, notice.NoticeCount),

  listCredentials: get(order.Credentials),
  listOnlineOrders: get(order.OnlineOrders),
  getOnlineOrder: get(order.OnlineOrder),
  payOnlineOrder: post(Empty, order.OnlineOrder),

  listReviews: get(review.ReviewQueue),
  takeReview: post(Empty, review.TakenReview),
  approveCleanReviews: post(review.BulkApprovalBody, review.BulkApproval),
  getReview: get(review.ReviewCase),
  decideReview: post(review.ReviewDecisionBody, review.ReviewCase),
  claimReview: post(Empty, review.ReviewClaim),
  renewReviewClaim: post(Empty, review.ReviewClaim),
  releaseReview: post(Empty, review.ReviewClaim),
  recallReview: post(review.ReviewWordsBody, review.ReviewClaim),
  escalateReview: post(review.ReviewWordsBody, review.ReviewCase),
  checkReviewQuality: post(review.ReviewQualityBody, review.ReviewCase),
  revealReview: post(review.ReviewWordsBody, review.Revealed),

  listDisputes: get(dispute.StaffDisputes),
  answerDispute: post(dispute.DisputeAnswerBody, dispute.StaffDispute),

  listStaffAccounts: get(account.StaffAccounts),
  getStaffAccount: get(account.StaffAccountHistory),
  createStaffAccount: post(account.NewStaffAccountBody, account.StaffAccount),
  changeStaffAccount: post(account.StaffAccountChangeBody, account.StaffAccount),

  listInstitutions: get(institution.InstitutionAccounts),
  getInstitution: get(institution.InstitutionHistory),
  createInstitution: post(institution.NewInstitutionBody, institution.InstitutionKeyMade),
  changeInstitution: post(institution.InstitutionChangeBody, institution.InstitutionAccount),
  makeInstitutionKey: post(institution.NewInstitutionKeyBody, institution.InstitutionKeyMade),
  searchInstitutionMessages: post(institution.MessageSearchBody, institution.InstitutionMessages),

  listLostMessages: get(notice.LostMessages),
  sendMessageAgain: post(Empty, Empty),

  getFinanceDay: get(finance.FinanceDay),
  closeFinanceDay: post(Empty, finance.FinanceDay),
  reconcileFinanceDay: post(finance.ReconcileBody, finance.FinanceDay),
  listMovedAccounts: get(finance.MovedAccounts),
  getFinanceMonth: get(finance.FinanceMonth),
  getAccountEntries: get(finance.AccountEntries),
  getJournal: get(finance.BookJournal),
  listFinanceCases: get(finance.FinanceCases),
  getFinanceCase: get(finance.FinanceCaseDetail),
  resolveFinanceCase: post(finance.CaseResolutionBody, finance.FinanceCaseDetail),
  listOpenHolds: get(finance.OpenHolds),
  listRefunds: get(finance.Refunds),
  listPayables: get(finance.Payables),
  listClearing: get(finance.ClearingMonths),
  getClearingEntries: get(finance.ClearingEntries),
  readStatement: post(finance.StatementBody, finance.PersonStatement),
  findRecords: post(record.RecordSearchBody, record.RecordHits),
  getRecord: get(record.RecordView),
  proposeCorrection: post(correction.CorrectionBody, correction.Correction),
  listCorrections: get(correction.Corrections),
  decideCorrection: post(correction.CorrectionDecisionBody, correction.Correction),
  revealPerson: post(record.RevealBody, record.RevealedPerson),

  findAtWindow: post(window.WindowSearchBody, window.WindowPerson),
  getWindowDesk: get(window.WindowDesk),
  bindAtWindow: post(window.WindowApplicationBody, application.Application),
  endAtWindow: post(window.WindowEndBody, relation.RelationView),
  quoteAtWindow: post(premium.PremiumQuoteBody, premium.PremiumQuote),
  payAtWindow: post(window.WindowPremiumBody, premium.PremiumPayment),

  searchAudit: post(audit.AuditSearchBody, audit.AuditPage),
  exportAudit: post(audit.AuditExportBody, audit.AuditExport),
  getAuditVerification: get(audit.AuditVerification),
  startAuditVerification: post(Empty, audit.AuditVerification),

  getMoneyReport: get(report.MoneyReport),
  getRelationReport: get(report.RelationReport),
  getApplicationReport: get(report.ApplicationReport),
  getPremiumReport: get(report.PremiumReport),
  readReportList: post(report.ReportListBody, report.ReportList),
  getPolicyDesk: get(policy.PolicyDesk),
  createPolicyDraft: post(policy.NewPolicyDraftBody, policy.PolicyDraftMark),
  getPolicyDraft: get(policy.PolicyDraft),
  savePolicyDraft: post(policy.PolicyDraftTextBody, policy.PolicyDraftMark),
  stepPolicyDraft: post(policy.PolicyDraftStepBody, policy.PolicyDraftMark),
  judgePolicyDraft: post(policy.PolicyDraftJudgementBody, policy.PolicyDraftMark),

  findPatient: post(till.TillPatientBody, till.TillPatient),
  quoteBill: post(till.TillQuoteBody, till.TillQuote),
  settleBill: post(till.SettlementBody, till.Settlement),
  listSettlements: get(till.Settlements),
  getSettlement: get(till.Settlement),
  reverseSettlement: post(till.ReversalBody, till.Settlement),
} satisfies Record<EndpointName, { body: z.ZodType; answer: z.ZodType }>;

export type Body<Name extends EndpointName> = z.input<(typeof endpoints)[Name]['body']>;
export type Answer<Name extends EndpointName> = z.infer<(typeof endpoints)[Name]['answer']>;
