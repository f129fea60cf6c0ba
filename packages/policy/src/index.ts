// The policy package's door: everything that other packages may use.
export { areaInfo, premiumYears, shareableFen } from './area-info.ts';
export { eligibility } from './eligibility.ts';
export { giveBack } from './give-back.ts';
export type { GiveBackInput, GiveBackResult } from './give-back.ts';
export { parseEligibilityInput } from './input/eligibility-input.ts';
export { parsePremiumInput } from './input/premium-input.ts';
export { parseQuoteInput } from './input/quote-input.ts';
export type { PolicyLibrary } from './library.ts';
export type { LoadError } from './load/document.ts';
export { loadLibrary } from './load/load-library.ts';
export type { PolicyText } from './load/load-library.ts';
export { policyItems } from './policy-items.ts';
export type { PolicyItem, PolicyItemCode } from './policy-items.ts';
export { premium } from './premium.ts';
export { quote } from './quote.ts';
export type * from './types.ts';
