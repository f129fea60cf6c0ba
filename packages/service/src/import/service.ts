// Files of the agency that come in: contributions, opening balances, people and insurance status.
export type ImportKind = 'contributions' | 'balances' | 'people' | 'status';

/** A row that was not taken, and why, in Chinese. */
export interface BadRow {
  /** Line in the file; the header is 1. */
  line: number;
  reason: string;
}

interface ImportProgress {
  /** 'read': rows of the file that were looked at; 'post': rows that were brought in. */
  stage: 'read' | 'post';
  rows: number;
  /** Known from the second stage on. */
  ofRows: number | undefined;
}

export interface ImportOptions {
  kind: ImportKind;
  file: string;
  area: string;
  /** Day of the books; money belongs to its year. */
  businessDate: string;
  at: Date;
  /** Called in the order of lines within a stage. */
  onBadRow: (row: BadRow) => void;
  onProgress?: (progress: ImportProgress) => void;
  /** Most rows of one journal, up to 30,000. */
  lotRows?: number;
  /** Stops after the lot under way; the same command goes on. */
  signal?: AbortSignal | undefined;
}

/** Counts are rows. `repeated` rows were there already with the same content. */
export interface ImportReport {
  importNo: number;
  kind: ImportKind;
  /** `stopped`: by the signal; run it again to go on. */
  state: 'done' | 'stopped';
  /** This very file was brought in before: nothing was looked at. */
  wasDone: boolean;
  rows: number;
  goodRows: number;
  repeatedRows: number;
  badRows: number;
  /** Money of the good rows, those of an earlier part of this run among them. */
  totalFen: number;
}

/** Thrown for a file that cannot be read as a whole; a sentence in Chinese. */
export class ImportFileProblem extends Error {}

export interface ImportService {
  run(options: ImportOptions): Promise<ImportReport>;
}
