// The door for policy staff's tools: checking a library and showing its figures; kept apart so that pages do not carry it.
export { checkPolicies } from './check.ts';
export type { PolicyCheck } from './check.ts';
export { figuresInForce } from './figures.ts';
export type { Figure, FiguresInForce } from './figures.ts';
export { newAreaText } from './new-area.ts';
export { policySchemaText } from './schema.ts';
