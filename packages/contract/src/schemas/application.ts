// Binding a relative: the application, its checks and its timeline.
import { z } from 'zod';
import { AreaCode, DateText, InstantText, PersonMark, Relation, TimelineStep } from './common.ts';

export const ApplicationState = z.enum([
  'submitted',
  'awaiting-member',
  'in-review',
  'more-requested',
  'approved',
  'rejected',
  'declined',
  'withdrawn',
]);
export type ApplicationState = z.infer<typeof ApplicationState>;

const Coordinate = z.number().min(0).max(4000);
/** A signature drawn by hand: lines of points in a box of this size. */
export const Drawing = z.object({
  width: z.number().min(1).max(4000),
  height: z.number().min(1).max(4000),
  lines: z
    .array(
      z
        .array(z.tuple([Coordinate, Coordinate]))
        .min(1)
        .max(600),
    )
    .min(1)
    .max(80),
});
export type Drawing = z.infer<typeof Drawing>;

export const ApplicationBody = z.object({
  memberName: z.string().trim().min(1).max(50),
  memberIdNumber: z.string().trim().toUpperCase(),
  relation: Relation,
  memberArea: AreaCode,
  memberPhone: z.string().trim(),
  /** Each photo with the code of the material that it shows; see `materials` of the guide. */
  photos: z.array(z.object({ photoId: z.string(), material: z.string() })).max(9),
  noticeVersion: z.string(),
  promise: z.object({
    version: z.string(),
    accepted: z.literal(true),
    signedName: z.string().trim().min(1).max(50),
    /** Absent: the typed name alone is the signature. */
    drawing: Drawing.optional(),
  }),
});
export type ApplicationBody = z.infer<typeof ApplicationBody>;

export const Check = z.object({
  code: z.string(),
  text: z.string(),
  outcome: z.enum(['passed', 'failed', 'unsure']),
  /** Who was asked, in Chinese, e.g. 户籍登记（模拟）. */
  source: z.string(),
  at: InstantText,
});
export type Check = z.infer<typeof Check>;

export const Application = z.object({
  applicationId: z.string(),
  state: ApplicationState,
  stateText: z.string(),
  giver: PersonMark,
  /** `personNo` is empty until the member is known. */
  member: PersonMark,
  maskedMemberPhone: z.string(),
  relation: Relation,
  submittedAt: InstantText,
  /** What happens next, in Chinese. */
  nextText: z.string(),
  checks: z.array(Check),
  timeline: z.array(TimelineStep),
  /** What the agency asks for, when the state is `more-requested`. */
  requestText: z.string().nullable(),
  decision: z
    .object({ outcome: z.enum(['approved', 'rejected']), reasonText: z.string(), remedyText: z.string() })
    .nullable(),
  relationId: z.string().nullable(),
  /** `name` is that of the material which the photo shows, as it was called when it was handed in. */
  photos: z.array(z.object({ photoId: z.string(), url: z.string(), name: z.string() })),
  /** By when the agency decides; null when it has decided, waits for somebody, or the area names no time. */
  expectedOn: DateText.nullable(),
  /** Working days that the area gives its agency; null when it names none. */
  reviewWorkingDays: z.int().nullable(),
});
export type Application = z.infer<typeof Application>;
export const Applications = z.object({ items: z.array(Application) });

export const SupplementBody = z.object({
  text: z.string().trim().max(500),
  photoIds: z.array(z.string()).max(9),
});

export const Photo = z.object({ photoId: z.string(), url: z.string(), widthPx: z.int(), heightPx: z.int() });
export type Photo = z.infer<typeof Photo>;
