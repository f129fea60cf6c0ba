// What a document says, without how it looks: the one input of the PDF, so that the same content gives the same bytes.

/** Fact shown as label and value. */
export interface Fact {
  label: string;
  value: string;
}

/** Column of a table: `share` is its part of the width (any unit, shares are summed), figures stand at the end. */
export interface Column {
  title: string;
  share: number;
  align?: 'start' | 'end';
}

/** Point of a drawn line, in the units of the drawing's `width` and `height`. */
export type Point = readonly [x: number, y: number];

/** Signature drawn with finger, pen or mouse: lines of points inside a box. */
export interface Drawing {
  width: number;
  height: number;
  lines: readonly (readonly Point[])[];
}

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'facts'; facts: readonly Fact[] }
  | {
      kind: 'table';
      columns: readonly Column[];
      rows: readonly (readonly string[])[];
      /** Last row in bold, once, after all rows. */
      total?: readonly string[];
    }
  | {
      /** Line for who signed: what was drawn, else the name as typed; `note` says when and how. */
      kind: 'signature';
      label: string;
      name: string;
      drawing?: Drawing;
      note: string;
    }
  | { kind: 'note'; text: string };

export interface DocumentContent {
  title: string;
  /** Number printed under the title and on every page. */
  number: string;
  /** ISO instant with zone; printed by the caller's blocks, kept in the file's properties. Nothing else of the file depends on the clock. */
  madeAt: string;
  /** Who issues it; on every page. */
  issuer: string;
  blocks: readonly Block[];
  /** Square code at the top: `text` is what a scanner reads, `caption` what a person reads beneath it. */
  code?: { text: string; caption: string };
}
