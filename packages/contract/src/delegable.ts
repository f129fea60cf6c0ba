// What a helper may do for somebody else: each call with the scope that it needs. What is not listed is for oneself only.
import type { EndpointName } from './paths.ts';
import type { DelegationScope } from './schemas/delegation.ts';

/** What a helper needs: one scope, or for `view` any. */
export type Delegable = DelegationScope | 'view';

/**
 * Not here, and so never a helper's: giving permissions; whatever signs or consents (submitting an application signs the
 * promise, a member's answer is their own will); codes and credentials, which are shown in place of the person.
 */
export const delegable: Partial<Record<EndpointName, Delegable>> = {
  getMe: 'view',
  listApplications: 'view',
  getApplication: 'view',
  listMemberRequests: 'view',
  listRelations: 'view',
  getRelation: 'view',
  listPremiumChoices: 'view',
  listPremiums: 'view',
  getPremium: 'view',
  getPremiumOrder: 'view',
  getOutOfArea: 'view',
  getCalculatorFacts: 'view',

  supplementApplication: 'bind',
  withdrawApplication: 'bind',
  endRelation: 'bind',

  quotePremium: 'premium',
  payPremium: 'premium',
  cancelPremium: 'premium',
  quotePremiumOrder: 'premium',
  payPremiumOrder: 'premium',

  changeControl: 'control',
  pauseRelation: 'control',
  orderGivers: 'control',

  listUsages: 'usages',
  searchUsages: 'usages',
  explainUsage: 'usages',
  disputeUsage: 'usages',

  fileOutOfArea: 'filing',
};
