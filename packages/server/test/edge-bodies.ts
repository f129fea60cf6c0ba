// A body that fits the contract for each call that has one, for the tests of the edge.
import { familyBodies } from './family-calls.ts';
import type { EndpointName } from '@gongji/contract';

export const bodies: Partial<Record<EndpointName, object>> = {
  submitApplication: {
    memberName: '样小禾',
    memberIdNumber: '34059920170101001x',
    relation: 'child',
    memberArea: '340500',
    memberPhone: '19900000001',
    photos: [],
    noticeVersion: '1',
    promise: { version: '1', accepted: true, signedName: '样明远' },
  },
  supplementApplication: { text: '补充', photoIds: [] },
  answerMemberRequest: { answer: 'confirm' },
  changeControl: {
    ...{ limitPaymentFen: null, limitYearFen: 100, purposes: ['premium'], usableFrom: null, usableTo: null },
    seenVersion: 1,
  },
  pauseRelation: { paused: true },
  orderGivers: { relationIds: ['rel_1'] },
  readNotices: { noticeIds: [] },
  endRelation: { noticeVersion: '1', accepted: true },
  fileOutOfArea: { placeArea: '210100', kind: 'temporary', from: '2024-10-15', lastDay: '2024-12-31' },
  addFamilyAccount: { memberName: '样小禾', memberIdNumber: '34059920100101001X' },
  answerFamilyAccount: { agree: true },
  quotePremium: { memberPersonNo: '1', coverageYear: 2025 },
  ...familyBodies,
  payPremium: { quoteId: 'q_1', cashForShortfall: false },
  decideReview: { decision: 'approve', reasonCode: 'ok', text: '', seenVersion: 1 },
  revealReview: { reason: '核对' },
  findPatient: { credential: '1' },
  quoteBill: {
    personNo: '1',
    bill: { totalFen: 100, whollySelfPaidFen: 0, overPriceLimitFen: 0, preSelfPaidFen: 0 },
    chronic: [],
    accountUse: 'own',
  },
  settleBill: { quoteId: 'q_1' },
  reverseSettlement: { reason: '退号' },
};
