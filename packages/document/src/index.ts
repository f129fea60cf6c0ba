// Documents for citizens and offices as PDF files with Chinese type: promises, receipts, statements.
export type { Block, Column, DocumentContent, Drawing, Fact, Point } from './content.ts';
export { renderPdf } from './render.ts';
