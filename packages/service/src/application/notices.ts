// What givers are told of their applications.
import type { NoticeKind } from '../notice/kinds.ts';
import type { NewNotice } from '../notice/write.ts';
import type { ApplicationRecord } from './row.ts';

/** One for each kind and version of the application, on the page of which it opens. */
export const applicationNotice = (
  { applicationId, area, giverNo, memberNo, version }: ApplicationRecord,
  kind: NoticeKind,
  at: Date,
): NewNotice => ({
  ...{ kind, at, personNo: giverNo, area, otherNo: memberNo },
  reference: `${applicationId}:${version}:${kind}`,
  ...{ subjectKind: 'application', subjectId: applicationId },
});
