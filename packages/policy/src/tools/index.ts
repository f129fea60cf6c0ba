// The door for policy staff's tools: opening, checking, comparing and showing a library; kept apart so that pages do not carry it.
export { checkFiles } from './check.ts';
export type { PolicyCheck } from './check.ts';
export { policyDifference } from './difference/difference.ts';
export type { ComparedSide, FigureChange, PolicyDifference } from './difference/difference.ts';
export { differencePage } from './difference/page.ts';
export { differenceSvg } from './difference/plot.ts';
export type { GroupTally } from './difference/tally.ts';
export { fundText, groupText, populationText, sharingTexts, sideText } from './difference/words.ts';
export type { Side } from './difference/year.ts';
export { openDraft } from './draft.ts';
export type { Draft } from './draft.ts';
export { explain } from './explain.ts';
export type { ExplainedLine, Explanation } from './explain.ts';
export { figuresInForce } from './figures.ts';
export type { Figure, FiguresInForce } from './figures.ts';
export { newAreaCasesText, newAreaText, newProvinceText } from './new-area.ts';
export { policySchemaText } from './schema.ts';
