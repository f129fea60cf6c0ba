// What a bench is: the `run` of a file bench/NAME.ts.

/** Tells how far a bench is, one line at a time. */
export type Say = (text: string) => void;

/**
 * Measures and returns its figures, plain JSON values by name. A bench checks its own work before it times it, throws when
 * that is wrong, cleans up after itself and is done within 10 minutes.
 */
export type Bench = (say: Say) => Promise<Record<string, unknown>>;
