// The services: one folder for each business noun; `createServices` is what the server calls.
import { createApplicationService } from './application/create.ts';
import type { ApplicationService } from './application/service.ts';
import { createAreaService } from './area/create.ts';
import type { AreaService } from './area/service.ts';
import { createAuditService } from './audit/create.ts';
import type { AuditService } from './audit/service.ts';
import { createCatalogueService } from './catalogue/service.ts';
import type { CatalogueService } from './catalogue/service.ts';
import type { ServiceDeps } from './deps.ts';
import { createFinanceService } from './finance/create.ts';
import type { FinanceService } from './finance/service.ts';
import { createFamilyAccountService } from './family-account/create.ts';
import type { FamilyAccountService } from './family-account/service.ts';
import { createDelegationService } from './delegation/create.ts';
import type { DelegationService } from './delegation/service.ts';
import { createDisputeService } from './dispute/create.ts';
import type { DisputeService } from './dispute/service.ts';
import { createHospitalService } from './hospital/create.ts';
import type { HospitalService } from './hospital/service.ts';
import { createInquiryService } from './inquiry/service.ts';
import type { InquiryService } from './inquiry/service.ts';
import { createInstitutionService } from './institution/create.ts';
import type { InstitutionService } from './institution/service.ts';
import { verifyRecords } from './kernel/verify-records.ts';
import type { RecordProblem } from './kernel/verify-records.ts';
import { createClearingService } from './clearing/create.ts';
import type { ClearingService } from './clearing/service.ts';
import { createImportService } from './import/create.ts';
import type { ImportService } from './import/service.ts';
import { createNoticeService } from './notice/create.ts';
import type { NoticeService } from './notice/service.ts';
import { createPersonService } from './person/create.ts';
import type { PersonService } from './person/service.ts';
import { createPhotoService } from './photo/create.ts';
import type { PhotoService } from './photo/service.ts';
import { createPolicyDeskService } from './policy-desk/create.ts';
import type { PolicyDeskService } from './policy-desk/service.ts';
import { createPremiumService } from './premium/create.ts';
import type { PremiumService } from './premium/service.ts';
import { createReceiptService } from './receipt/create.ts';
import type { ReceiptService } from './receipt/service.ts';
import { createReconciliationService } from './reconciliation/create.ts';
import type { ReconciliationService } from './reconciliation/service.ts';
import { createCorrectionService } from './correction/create.ts';
import type { CorrectionService } from './correction/service.ts';
import { createRecordService } from './record/create.ts';
import type { RecordService } from './record/service.ts';
import { createRelationService } from './relation/create.ts';
import type { RelationService } from './relation/service.ts';
import { createReportService } from './report/create.ts';
import type { ReportService } from './report/service.ts';
import { createReviewService } from './review/create.ts';
import type { ReviewService } from './review/service.ts';
import { createSettlementService } from './settlement/create.ts';
import type { SettlementService } from './settlement/service.ts';
import { createStaffService } from './staff/create.ts';
import type { StaffService } from './staff/service.ts';
import { createStandingService } from './standing/create.ts';
import type { StandingService } from './standing/service.ts';
import { createUsageService } from './usage/create.ts';
import type { UsageService } from './usage/service.ts';
import { createWindowService } from './window/create.ts';
import type { WindowService } from './window/service.ts';

export type { SignedPromise } from './application/promise.ts';
export { applicationEdges } from './application/states.ts';
export type {
  AdjudicatedDetail,
  Approval,
  DetailLine,
  DetailProblem,
  LineSplit,
  SplitFen,
} from './catalogue/adjudicate.ts';
export type { CatalogueItem } from './catalogue/item.ts';
export { CatalogueFileProblem, readCatalogueFile } from './catalogue/read-file.ts';
export { createCatalogueService } from './catalogue/service.ts';
export type { CatalogueService } from './catalogue/service.ts';
export type { SignInEntry, SignInLog } from './audit/sign-ins.ts';
export type { ServiceDeps } from './deps.ts';
export { libraryOf } from './policy-desk/content.ts';
export { openPolicyShelf } from './policy-desk/shelf.ts';
export type { PolicyShelf } from './policy-desk/shelf.ts';
export type { Edge } from './kernel/edge.ts';
export { premiumEdges } from './premium/states.ts';
export type { Acting } from './delegation/service.ts';
export type { Actor, Context } from './kernel/context.ts';
export type {
  CashChannelPort,
  DailyFilesPort,
  InsuredPerson,
  NoticeOutcome,
  PaidNotice,
  Ports,
  RegistryPort,
  Silent,
  SmsPort,
  TaxBureauPort,
} from './kernel/ports.ts';
export type { RecordProblem } from './kernel/verify-records.ts';
export { done, refuse } from './kernel/result.ts';
export type { Refusal, Result } from './kernel/result.ts';
export type { AccountFlag } from '@gongji/policy';
export type { OnceMessage } from './hospital/answer.ts';
export { electronicCredential } from './hospital/credential.ts';
export type { Credential } from './hospital/credential.ts';
export type { BodyOf, ValueOf, Wording } from './hospital/desk.ts';
export type { Figures } from './hospital/figures.ts';
export type { InstitutionKey } from './hospital/key.ts';
export type { Answered, Message } from './hospital/message.ts';
export type { Claim } from './hospital/patient.ts';
export type { ComparedRow, Period, TheirRow } from './hospital/reconcile.ts';
export type { HospitalWorks } from './hospital/works.ts';
export { orderStates } from './online-order/order.ts';
export type { OrderState } from './online-order/order.ts';
export type { PersonImport, PersonRecord } from './person/record.ts';
export type { FundImport, Institution, InstitutionImport, StaffImport } from './person/service.ts';
export { createImportService } from './import/create.ts';
export { ImportFileProblem } from './import/service.ts';
export type { ImportKind, ImportReport } from './import/service.ts';
export { layouts, printedFacts, printedIssuer } from './receipt/receipt.ts';
export type { Receipt } from './receipt/receipt.ts';
export type { ReconciliationReport, Source as ReconciliationSource } from './reconciliation/service.ts';
export type { RelationImport } from './relation/service.ts';

export interface Services {
  person: PersonService;
  area: AreaService;
  photo: PhotoService;
  application: ApplicationService;
  review: ReviewService;
  relation: RelationService;
  premium: PremiumService;
  settlement: SettlementService;
  staff: StaffService;
  record: RecordService;
  correction: CorrectionService;
  audit: AuditService;
  window: WindowService;
  standing: StandingService;
  catalogue: CatalogueService;
  import: ImportService;
  clearing: ClearingService;
  reconciliation: ReconciliationService;
  finance: FinanceService;
  report: ReportService;
  institution: InstitutionService;
  policyDesk: PolicyDeskService;
  inquiry: InquiryService;
  usage: UsageService;
  familyAccount: FamilyAccountService;
  receipt: ReceiptService;
  dispute: DisputeService;
  notice: NoticeService;
  delegation: DelegationService;
  hospital: HospitalService;
  /** Derives the hash of every action and decision again; empty when nothing was altered. */
  verifyRecords(): Promise<RecordProblem[]>;
  /** Finishes what is under way and stops. */
  close(): Promise<void>;
}

export function createServices(deps: ServiceDeps): Services {
  const audit = createAuditService(deps);
  const relation = createRelationService(deps);
  const settlement = createSettlementService(deps, relation);
  const hospital = createHospitalService({ ...deps, relations: relation, settlements: settlement });
  const person = createPersonService(deps);
  const area = createAreaService(deps);
  const photo = createPhotoService(deps);
  const application = createApplicationService(deps);
  const premium = createPremiumService(deps, relation);
  const receipt = createReceiptService(deps, premium);
  return {
    ...{ person, area, photo, application, relation, premium, receipt, settlement, audit },
    review: createReviewService(deps),
    relation,
    premium,
    dispute: createDisputeService(deps),
    delegation: createDelegationService(deps),
    settlement,
    window: createWindowService(deps, { person, area, photo, application, relation, premium, receipt }),
    staff: createStaffService(deps),
    record: createRecordService(deps),
    correction: createCorrectionService(deps),
    standing: createStandingService(deps, relation),
    catalogue: createCatalogueService(deps),
    import: createImportService(deps),
    clearing: createClearingService(deps),
    reconciliation: createReconciliationService(deps),
    finance: createFinanceService(deps),
    report: createReportService(deps),
    institution: createInstitutionService(deps),
    policyDesk: createPolicyDeskService(deps),
    inquiry: createInquiryService(deps),
    usage: createUsageService(deps),
    familyAccount: createFamilyAccountService(deps),
    notice: createNoticeService(deps),
    hospital,
    verifyRecords: () => verifyRecords(deps.pool),
    async close() {
      await hospital.close();
      await Promise.all([settlement.close(), audit.close()]);
    },
  };
}

/** Folder of the service's migrations; they need the ledger's before them. */
export const serviceMigrations = new URL('../migrations/', import.meta.url);
