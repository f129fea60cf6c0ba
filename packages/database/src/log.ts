// Where the database's own sentences go: one line of plain Chinese for the operator.

export type Log = (sentence: string) => void;
