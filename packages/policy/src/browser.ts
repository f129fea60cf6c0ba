// The policy package's door for pages: adjudication without the reading and checking of files, which need far more code.
export { libraryFrom } from './library-text.ts';
export type { PolicyLibrary } from './library.ts';
export { quote } from './quote.ts';
export type { Line, QuoteResult } from './types.ts';
export { whatIfInput } from './what-if.ts';
