// Ctrl-C or SIGTERM stops a long command after the step under way instead of in the middle of it.

/** The signal is aborted by the first interruption; `release` gives the keys back. */
export function stopSignal(): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return {
    signal: controller.signal,
    release() {
      process.removeListener('SIGINT', stop);
      process.removeListener('SIGTERM', stop);
    },
  };
}
