// The policy package's door: everything that other packages may use.
export type * from './types.ts';
