// Designated institutions as an administrator keeps them: settings, keys, history, and the messages of their software.
import { z } from 'zod';
import { InstantText } from './common.ts';
import { InstitutionMark } from './session.ts';

/** 统一社会信用代码 in capitals: 18 characters without I, O, S, V and Z; null where nobody has given it. */
const uscc = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/)
  .nullable();

export const InstitutionSettings = z.object({
  uscc,
  /** SM2 public key in hex (04 and 128 digits); null: SM2 signatures are refused. */
  sm2PublicKey: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^04[0-9a-f]{128}$/)
    .nullable(),
  /** Whether every message must carry a signature or digest in `cainfo`. */
  cainfo: z.enum(['optional', 'required']),
  messagesPerSecond: z.int().min(1).max(100_000),
  /** Where results of online orders are sent; null: the address in the product's settings. */
  noticeUrl: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .nullable(),
});
export type InstitutionSettings = z.infer<typeof InstitutionSettings>;

export const InstitutionAccount = InstitutionMark.extend({
  areaName: z.string(),
  state: z.enum(['open', 'suspended']),
  settings: InstitutionSettings,
  /** Keys that are valid now: one, or two while the institution changes over; none when all were ended. */
  keys: z.array(
    z.object({ accessKey: z.string(), createdAt: InstantText, validUntil: InstantText.nullable() }),
  ),
  /** Rises with every change; a change names the version that was seen. */
  version: z.int(),
});
export type InstitutionAccount = z.infer<typeof InstitutionAccount>;

export const InstitutionAccounts = z.object({ items: z.array(InstitutionAccount) });
export type InstitutionAccounts = z.infer<typeof InstitutionAccounts>;

export const InstitutionHistory = z.object({
  institution: InstitutionAccount,
  /** The newest first. */
  history: z.array(
    z.object({ at: InstantText, text: z.string(), by: z.string(), reason: z.string().nullable() }),
  ),
});
export type InstitutionHistory = z.infer<typeof InstitutionHistory>;

const reason = z.string().trim().min(2).max(200);
const seenVersion = z.int();

export const NewInstitutionBody = z.object({
  /** 12 characters of the interface: H or P, the area, a serial number. */
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[HP]\d{11}$/),
  name: z.string().trim().min(2).max(100),
  /** Null for a pharmacy. */
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
  uscc: uscc.optional(),
  reason,
});

/** A key with its secret: shown once, in the answer to the call that made it. */
export const InstitutionKeyMade = z.object({
  institution: InstitutionAccount,
  accessKey: z.string(),
  secret: z.string(),
});
export type InstitutionKeyMade = z.infer<typeof InstitutionKeyMade>;

export const InstitutionChangeBody = z.discriminatedUnion('change', [
  z.object({ change: z.literal('suspend'), reason, seenVersion }),
  z.object({ change: z.literal('resume'), reason, seenVersion }),
  z.object({ change: z.literal('settings'), settings: InstitutionSettings, reason, seenVersion }),
  z.object({ change: z.literal('end-key'), accessKey: z.string(), reason, seenVersion }),
]);
export type InstitutionChangeBody = z.infer<typeof InstitutionChangeBody>;

export const NewInstitutionKeyBody = z.object({
  /** How long the key before stays valid beside the new one, in hours; 0 ends it at once. */
  overlapHours: z.int().min(0).max(720),
  reason,
  seenVersion,
});

export const MessageSearchBody = z.object({
  /** Part of the msgid. */
  msgid: z.string().trim().max(40).optional(),
  infno: z.string().trim().max(10).optional(),
  outcome: z.enum(['done', 'refused']).optional(),
  /** Words in the masked input or answer. */
  words: z.string().trim().max(100).optional(),
  /** Only messages before this number: the next page. */
  before: z.int().min(1).optional(),
});

export const InstitutionMessage = z.object({
  messageNo: z.int(),
  msgid: z.string(),
  infno: z.string(),
  outcome: z.enum(['done', 'refused']),
  at: InstantText,
  tookMs: z.int(),
  /** What was asked and answered, with personal data masked. */
  asked: z.string(),
  answered: z.string(),
});
export type InstitutionMessage = z.infer<typeof InstitutionMessage>;

export const InstitutionMessages = z.object({
  /** The newest first, at most 50. */
  items: z.array(InstitutionMessage),
  /** Pass it as `before` for older ones; null when there are none. */
  nextBefore: z.int().nullable(),
});
export type InstitutionMessages = z.infer<typeof InstitutionMessages>;
