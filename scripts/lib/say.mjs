// Plain sentences on the terminal: what is being done, and what to do when it can't be.

/** Prints one line of progress. */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/** Stops with a sentence that helps; never a stack trace. */
export function stop(text) {
  process.stderr.write(`\n${text}\n`);
  process.exit(1);
}

/** Seconds since `startedMs`, one decimal. */
export function seconds(startedMs) {
  return `${((performance.now() - startedMs) / 1000).toFixed(1)} s`;
}
