// Valid bodies and keyed endpoints of premiums for several, receipts, usages and acting for somebody else, for the tests of the edge.
import type { EndpointName } from '@gongji/contract';

export const familyBodies = {
  quotePremiumOrder: { items: [{ memberPersonNo: '1', coverageYear: 2025 }] },
  payPremiumOrder: { quoteIds: ['q_1'], cashForShortfall: false },
  searchUsages: { side: 'given', personNo: null, purpose: null, months: 3 },
  disputeUsage: { reason: 'twice', text: '' },
  grantDelegation: {
    ...{ helperName: '样大', helperIdNumber: '1', scopes: ['premium'], accepted: true },
    ...{ from: '2024-10-15', to: '2024-12-31' },
  },
} satisfies Partial<Record<EndpointName, object>>;

export const familyKeyed: EndpointName[] = [
  'payPremiumOrder',
  'disputeUsage',
  'grantDelegation',
  'revokeDelegation',
];

/** Every call of these services, each answered by `record`. */
export const familyServices = <Record>(record: Record) => ({
  premium: {
    ...{ choices: record, quote: record, pay: record, list: record, get: record, cancel: record },
    ...{ quoteOrder: record, payOrder: record, order: record },
  },
  usage: { list: record, explain: record, search: record },
  dispute: { open: record },
  delegation: { list: record, grant: record, revoke: record },
});
