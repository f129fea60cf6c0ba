// What can be wrong with the database from the operator's side: a code and a Chinese sentence that says what to do.

export type DatabaseProblemCode =
  | 'already-running'
  | 'data-directory'
  | 'platform'
  | 'start-failed'
  | 'unreachable'
  | 'server-too-old'
  | 'role-rights'
  | 'migration-changed'
  | 'migration-unknown'
  | 'migration-failed'
  | 'keys';

/** Thrown for states that the operator can mend; `message` is one sentence in Chinese for the terminal, never with a secret. */
export class DatabaseProblem extends Error {
  readonly code: DatabaseProblemCode;

  constructor(code: DatabaseProblemCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'DatabaseProblem';
    this.code = code;
  }
}
