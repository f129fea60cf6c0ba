// A sentence about what just happened, shown on the page that it leads to.

export interface Notice {
  text: string;
  tone: 'done' | 'warning';
  /** The application whose page shows the sentence, null for the queue. */
  onPageOf: string | null;
}

export type OnNotice = (notice: Notice) => void;
