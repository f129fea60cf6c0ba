// The door for policy staff's tools: checking a library; kept apart so that pages do not carry it.
export { checkPolicies } from './check.ts';
export type { PolicyCheck } from './check.ts';
