// One entry of the error catalogue.
export interface ErrorEntry {
  status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503;
  /** What was wrong; `{name}` is filled from the refusal's details. */
  message: string;
  /** What is allowed and what to do. */
  remedy: string;
}

export const entry = (status: ErrorEntry['status'], message: string, remedy: string): ErrorEntry => ({
  status,
  message,
  remedy,
});
