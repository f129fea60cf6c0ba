// What else the area knows about the same member and the same pair: duplicates and earlier decisions.
import { relationWords } from '@gongji/contract';
import type { ApplicationState, Relation, ReviewCase } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import type { ApplicationRecord } from '../application/row.ts';
import { instantText } from '../kernel/instant.ts';
import type { Queryable } from '../kernel/transact.ts';
import { findPeople } from '../person/store.ts';
import { findReason } from './reasons.ts';

const stateWords: Record<ApplicationState, string> = {
  submitted: '正在核验',
  'awaiting-member': '等待家人确认',
  'in-review': '正在审核',
  'more-requested': '等待补充材料',
  approved: '已通过',
  rejected: '已退回',
  declined: '家人没有同意',
  withdrawn: '已撤回',
};

/** Other givers' applications for the member that are under way, and relations that are in force. */
export async function duplicatesOf(
  client: Queryable,
  cipher: FieldCipher,
  record: ApplicationRecord,
): Promise<ReviewCase['duplicates']> {
  const { rows } = await client.query<{
    applicationId: string | null;
    giverNo: string;
    relation: Relation;
    state: ApplicationState | 'bound';
    at: Date;
  }>(
    `select o.application_id as "applicationId", o.giver_no as "giverNo", o.relation, o.state, o.submitted_at as at
     from gongji.application o, gongji.application a
     where a.application_id = $1 and o.area = a.area and o.member_id_number_hash = a.member_id_number_hash
       and o.giver_no <> a.giver_no and o.state in ('submitted', 'awaiting-member', 'in-review', 'more-requested')
     union all
     select r.application_id, r.giver_no, r.relation, 'bound', r.since
     from gongji.relation r, gongji.application a
     where a.application_id = $1 and r.member_no = a.member_no and r.giver_no <> a.giver_no and r.state = 'active'
     order by at desc limit 20`,
    [record.applicationId],
  );
  const givers = await findPeople(
    client,
    cipher,
    rows.map((row) => row.giverNo),
  );
  return rows.map((row) => {
    const giver = givers.get(row.giverNo)?.name ?? '另一位授权人';
    const relation = relationWords[row.relation];
    return {
      applicationId: row.applicationId,
      at: instantText(row.at),
      text:
        row.state === 'bound'
          ? `已被${giver}绑定（${relation}）`
          : `${giver}也申请绑定（${relation}），${stateWords[row.state]}`,
    };
  });
}

/** Decided applications of the same giver for the same member, the newest first. */
export async function earlierDecisionsOf(
  client: Queryable,
  record: ApplicationRecord,
): Promise<ReviewCase['earlierDecisions']> {
  const { rows } = await client.query<{
    applicationId: string;
    state: ApplicationState;
    reasonCode: string | null;
    at: Date;
  }>(
    `select o.application_id as "applicationId", o.state, o.reason_code as "reasonCode", o.submitted_at as at
     from gongji.application o, gongji.application a
     where a.application_id = $1 and o.giver_no = a.giver_no and o.application_id <> a.application_id
       and o.member_id_number_hash = a.member_id_number_hash and o.state in ('approved', 'rejected', 'withdrawn')
     order by o.submitted_at desc limit 10`,
    [record.applicationId],
  );
  return rows.map((row) => {
    const reason = findReason(row.reasonCode ?? '')?.label;
    return {
      applicationId: row.applicationId,
      at: instantText(row.at),
      text: reason ? `${stateWords[row.state]}：${reason}` : stateWords[row.state],
    };
  });
}
