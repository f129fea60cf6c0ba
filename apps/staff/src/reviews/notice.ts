// A sentence about what just happened, shown on the page that it leads to.

/** `onPageOf` is the application whose page shows the sentence, null for the queue. */
export type OnNotice = (text: string, onPageOf: string | null) => void;
