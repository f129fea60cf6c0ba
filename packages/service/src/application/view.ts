// An application as its giver and the reviewer see it.
import type { Application, ApplicationState } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import { areaInfo } from '@gongji/policy';
import type { PolicyLibrary } from '@gongji/policy';
import { dayText, instantText } from '../kernel/instant.ts';
import { maskPhone } from '../kernel/mask.ts';
import type { Queryable } from '../kernel/transact.ts';
import { markOf } from '../person/mark.ts';
import { findPeople } from '../person/store.ts';
import { photoUrl } from '../photo/create.ts';
import { clockKind, dueOf } from '../review/due.ts';
import { findReason } from '../review/reasons.ts';
import { checkView } from './check.ts';
import { photosOf } from './photos.ts';
import type { Reader } from './reader.ts';
import type { ApplicationRecord } from './row.ts';
import { actionsOf, reasonText, timelineOf } from './timeline.ts';
import type { ApplicationAction } from './timeline.ts';

const stateTexts: Record<ApplicationState, { state: string; next: string }> = {
  submitted: { state: '已提交', next: '正在自动核验，请稍候。' },
  'awaiting-member': {
    state: '待家人确认',
    next: '已请家人确认。请让家人登录，在首页“有事情等您办”里选同意或不同意；家人同意后继续办理。',
  },
  'in-review': {
    state: '审核中',
    next: '医保经办机构正在审核，有结果会在这里显示；需要补充材料时也会在这里告诉您。',
  },
  'more-requested': { state: '待补充材料', next: '请按要求补充材料，补充后继续审核，不用重新申请。' },
  approved: {
    state: '已通过',
    next: '共济关系已建立，家人现在就可以使用。看病时请出示家人自己的医保码。',
  },
  rejected: { state: '未通过', next: '请看未通过的原因，处理后可以重新申请。' },
  declined: { state: '家人没有同意', next: '家人没有同意，申请已结束。和家人商量好后，可以重新申请。' },
  withdrawn: { state: '已撤回', next: '申请已撤回，需要时可以重新申请。' },
};

/** Working days for the review in an area, by its policy on a day (YYYY-MM-DD); undefined where none is recorded. */
type ReviewDays = (area: string, day: string) => number | undefined;

export const reviewDaysOf =
  (library: PolicyLibrary): ReviewDays =>
  (area, day) =>
    areaInfo(library, area, day)?.reviewWorkingDays;

/** Views of these applications, in the same order. */
export async function applicationViews(
  client: Queryable,
  cipher: FieldCipher,
  records: readonly ApplicationRecord[],
  reviewDays: ReviewDays,
  reader: Reader = 'giver',
): Promise<Application[]> {
  const ids = records.map((record) => record.applicationId);
  const people = await findPeople(
    client,
    cipher,
    records.map((record) => record.giverNo),
  );
  const photos = await photosOf(client, ids);
  const actions = await actionsOf(client, cipher, ids);
  return records.map((record) => {
    const giver = people.get(record.giverNo);
    if (!giver) throw new Error(`Application ${record.applicationId} has no giver to be seen`);
    const own = actions.filter((action) => action.applicationId === record.applicationId);
    const days = reviewDays(record.area, dayText(record.submittedAt));
    return {
      applicationId: record.applicationId,
      state: record.state,
      stateText: stateTexts[record.state].state,
      nextText: stateTexts[record.state].next,
      giver: markOf(giver),
      member: markOf({
        personNo: record.state === 'approved' ? record.memberNo : '',
        name: record.memberName,
        idNumber: record.memberIdNumber,
        area: record.memberArea,
      }),
      maskedMemberPhone: maskPhone(record.memberPhone),
      relation: record.relation,
      submittedAt: instantText(record.submittedAt),
      checks: record.checks.map((check) => checkView(check, reader)),
      timeline: timelineOf(own, reader),
      requestText: record.state === 'more-requested' ? lastReason(own, 'more-requested') : null,
      decision: decisionOf(record, own),
      relationId: record.relationId,
      photos: (photos.get(record.applicationId) ?? []).map(({ photoId, name }) => ({
        ...{ photoId, name },
        url: photoUrl(photoId),
      })),
      expectedOn: record.state === 'in-review' ? expectedOn(record, own, days) : null,
      reviewWorkingDays: days ?? null,
    };
  });
}

/** The view of one application. */
export async function applicationView(
  client: Queryable,
  cipher: FieldCipher,
  record: ApplicationRecord,
  reviewDays: ReviewDays,
  reader: Reader = 'giver',
): Promise<Application> {
  const [view] = await applicationViews(client, cipher, [record], reviewDays, reader);
  return view!;
}

function expectedOn(
  { submittedAt }: ApplicationRecord,
  actions: readonly ApplicationAction[],
  workingDays: number | undefined,
): string | null {
  const steps = actions.flatMap(({ kind, at }) => {
    const clock = clockKind(kind);
    return clock ? [{ kind: clock, day: dayText(at) }] : [];
  });
  const from = dayText(submittedAt);
  return dueOf(workingDays, from, steps, from).on;
}

function lastReason(actions: readonly ApplicationAction[], kind: string): string {
  const action = actions.findLast((candidate) => candidate.kind === kind);
  return action ? reasonText(action) : '';
}

function decisionOf(
  record: ApplicationRecord,
  actions: readonly ApplicationAction[],
): Application['decision'] {
  if (record.state !== 'approved' && record.state !== 'rejected') return null;
  return {
    outcome: record.state,
    reasonText: lastReason(actions, record.state) || '自动核验全部通过。',
    remedyText: findReason(record.reasonCode ?? '')?.remedyText ?? stateTexts[record.state].next,
  };
}
