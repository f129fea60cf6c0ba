// The log of sign-ins, for the audit.
import type { SignInEntry, SignInLog } from '@gongji/service';
import type { Pool } from 'pg';

export function createSignInLog(pool: Pool): SignInLog {
  return {
    async search({ area, subjectNo, from, until, before, limit }) {
      const { rows } = await pool.query<SignInEntry>(
        `select sign_in_id as "signInId", at, kind, subject_no as "subjectNo" from edge.sign_in
         where area = $1 and at >= $2 and at < $3 and ($4::text is null or subject_no = $4)
           and ($5::timestamptz is null or (at, sign_in_id) < ($5, $6))
         order by at desc, sign_in_id desc limit $7`,
        [area, from, until, subjectNo ?? null, before?.at ?? null, before?.signInId ?? 0, limit],
      );
      return rows;
    },
  };
}
