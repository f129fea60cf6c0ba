// Sessions: a random token in the browser, only its hash in the database, over after eight hours without use.
import { createHash, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';

/** A session that was not used for so long is over, in ms. */
const idleMs = 8 * 60 * 60 * 1000;
/** The last use is written down at most this often, in ms. */
const touchMs = 60 * 1000;

export interface SessionSubject {
  kind: 'person' | 'staff';
  /** Person number or staff number. */
  subjectNo: string;
  area: string;
  /** The permission under which they act for somebody else, by its id. */
  acting?: string;
}

export interface SessionStore {
  /**
   * Begins a session, records the sign-in for good, and returns the token, which is kept nowhere else. `at`: the real instant,
   * by which sessions run out; `businessAt`: the instant of the business clock, under which records are found.
   */
  begin(subject: SessionSubject, at: Date, businessAt: Date): Promise<string>;
  /** Whose session it is; undefined when unknown, ended or idle too long. */
  find(token: string, at: Date): Promise<SessionSubject | undefined>;
  /** For whom the session acts from now on, by the permission's id; null: for themselves. */
  act(token: string, acting: string | null): Promise<void>;
  end(token: string, at: Date): Promise<void>;
  /** Removes sessions that ended or ran out; returns how many. */
  sweep(at: Date): Promise<number>;
}

interface Row {
  kind: 'person' | 'staff';
  subject_no: string;
  area: string;
  used_at: Date;
  acting: string | null;
}

/** The key under which a token is stored, and by which a session is counted. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

export function createSessionStore(pool: Pool): SessionStore {
  return {
    async begin(subject, at, businessAt) {
      const token = randomBytes(32).toString('base64url');
      await pool.query(
        `with begun as (
           insert into edge.session (token_hash, area, kind, subject_no, begun_at, used_at)
           values ($1, $2, $3, $4, $5, $5)
         )
         insert into edge.sign_in (area, kind, subject_no, at) values ($2, $3, $4, $6)`,
        [hashToken(token), subject.area, subject.kind, subject.subjectNo, at, businessAt],
      );
      return token;
    },
    async find(token, at) {
      const found = await pool.query<Row>(
        `select kind, subject_no, area, used_at, acting from edge.session
         where token_hash = $1 and ended_at is null and used_at > $2`,
        [hashToken(token), new Date(at.getTime() - idleMs)],
      );
      const row = found.rows[0];
      if (!row) return undefined;
      if (at.getTime() - row.used_at.getTime() > touchMs) {
        await pool.query(
          'update edge.session set used_at = $2 where token_hash = $1 and ended_at is null and used_at < $2',
          [hashToken(token), at],
        );
      }
      return {
        ...{ kind: row.kind, subjectNo: row.subject_no, area: row.area },
        ...(row.acting === null ? {} : { acting: row.acting }),
      };
    },
    async act(token, acting) {
      await pool.query('update edge.session set acting = $2 where token_hash = $1 and ended_at is null', [
        hashToken(token),
        acting,
      ]);
    },
    async end(token, at) {
      await pool.query('update edge.session set ended_at = $2 where token_hash = $1 and ended_at is null', [
        hashToken(token),
        at,
      ]);
    },
    async sweep(at) {
      const removed = await pool.query(
        'delete from edge.session where ended_at is not null or used_at < $1',
        [new Date(at.getTime() - idleMs)],
      );
      return removed.rowCount ?? 0;
    },
  };
}
