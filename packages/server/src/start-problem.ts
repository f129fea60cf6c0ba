// Why the server cannot start, as one sentence for whoever starts it: what is wrong and what to do.

/** Thrown for what an operator can mend; anything else is a fault and is shown with its trace. */
export class StartProblem extends Error {}
