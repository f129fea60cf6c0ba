// The form of a whole policy file: one layer, national, province or area, with dated sections and their sources.
import * as z from 'zod';
import {
  code,
  count,
  dated,
  fen,
  flag,
  recorded,
  relation,
  rule,
  source,
  sourceEntry,
  text,
  word,
} from './basics.ts';
import { isCalendarDay } from '../calendar.ts';
import { accountFlagEntry } from './account-flag.ts';
import { bindingEntry } from './binding.ts';
import { conventionsEntry, outpatientEntry, waitingEntry } from './benefits.ts';
import { declarations } from './declarations.ts';
import { interestEntry } from './interest.ts';
import { premiumEntry } from './premiums.ts';

const sentence = z.strictObject({ code: text, text, source });
const document = z.strictObject({ title: text, version: text, source, paragraphs: z.array(text).min(1) });

const transferWallet = z.strictObject({
  ...dated,
  kind: word(['transfer']),
  transfersPerDay: count,
  mostPerTransferFen: fen,
  closedFrom: text,
  closedTo: text,
  notAcceptedReturns: text,
  source,
});

const quotaWallet = z.strictObject({
  ...dated,
  kind: word(['frozen-quota']),
  relations: word(['many-to-many']),
  endsWithInsurance: flag,
  clearing: word(['monthly']),
  uses: z.array(word(['medical-costs', 'resident-premium', 'long-term-care-premium'])).min(1),
  source,
});

const channel = z.strictObject({
  name: text,
  purpose: word(['bind', 'pay', 'unbind']),
  steps: z.array(text).min(1),
  source,
});

/** A section of which nothing is known is written as the one word notRecorded, and holds nothing. */
const section = <Inner extends z.ZodType>(inner: Inner) =>
  recorded(inner).transform((value) => (value === 'notRecorded' ? undefined : value));

const sections = {
  relations: z.array(z.strictObject({ ...dated, allowed: z.array(relation).min(1), source })).exactOptional(),
  crossProvince: z
    .array(z.strictObject({ ...dated, allowed: flag, by: word(['wallet-quota']).exactOptional(), source }))
    .exactOptional(),
  binding: section(z.array(bindingEntry)).exactOptional(),
  shareable: section(
    z.array(z.strictObject({ ...dated, part: word(['prior-year', 'all']), source })),
  ).exactOptional(),
  outpatient: section(z.array(outpatientEntry)).exactOptional(),
  premium: section(z.array(premiumEntry)).exactOptional(),
  waiting: z.array(waitingEntry).exactOptional(),
  conventions: z.array(conventionsEntry).exactOptional(),
  accountFlag: z.array(accountFlagEntry).exactOptional(),
  interest: z.array(interestEntry).exactOptional(),
  /** What becomes of money that is set aside and not yet paid when the relation under which it is used ends. */
  openHolds: z
    .array(z.strictObject({ ...dated, whenRelationEnds: word(['finish', 'release']), source }))
    .exactOptional(),
  newborn: z
    .array(
      z.strictObject({
        ...dated,
        registeredWithinDays: count,
        coveredFrom: word(['birth']),
        waitingMonths: count,
        source,
      }),
    )
    .exactOptional(),
  /** Whether a premium of the same coverage year paid in another area stands in the way. */
  paidElsewhere: z.array(z.strictObject({ ...dated, blocks: flag, source })).exactOptional(),
  /** 亲情账户: showing a relative's insurance code; no money. Most members of a holder, most holders of a member. */
  familyAccount: z
    .array(z.strictObject({ ...dated, mostMembers: count, mostHoldersPerMember: count, source }))
    .exactOptional(),
  premiumFloor: z
    .array(z.strictObject({ ...dated, personalFen: fen, subsidyFen: fen, source }))
    .exactOptional(),
  purposes: z
    .array(z.strictObject({ ...dated, permitted: z.array(text), forbidden: z.array(text), source }))
    .exactOptional(),
  wallet: z.array(z.union([transferWallet, quotaWallet])).exactOptional(),
  instruments: z.array(z.strictObject({ code: text, name: text, text, source })).exactOptional(),
  servicePhone: z.strictObject({ number: text, source }).exactOptional(),
  channels: section(z.array(channel)).exactOptional(),
  materials: section(
    z.array(
      z.strictObject({
        code: text,
        name: text,
        hint: text,
        photo: flag,
        /** Asked for these relations only; left out: for every relation. */
        relations: z.array(relation).min(1).exactOptional(),
        source,
      }),
    ),
  ).exactOptional(),
  documents: section(z.strictObject({ notice: document, promise: document })).exactOptional(),
  advice: z.array(sentence).exactOptional(),
  leftOff: z.array(sentence).exactOptional(),
};

const VERSION = rule("'YYYY-MM-DD.N'", "写发布日期和序号，例如 '2026-11-22.1'");
const common = {
  name: text,
  version: z
    .string({ error: VERSION })
    .regex(/^\d{4}-\d{2}-\d{2}\.\d+$/, { error: VERSION, abort: true })
    .refine((version) => isCalendarDay(version.slice(0, 10)), { error: VERSION })
    .meta({ description: VERSION }),
  sources: z.record(z.string(), sourceEntry),
  ...declarations,
  ...sections,
};

const nationalFile = z.strictObject({
  layer: z.literal('national'),
  id: z.literal('CN', { error: rule("'CN'", "写 'CN'") }),
  ...common,
});
const provinceFile = z.strictObject({ layer: z.literal('province'), id: code(2), ...common });
const areaFile = z.strictObject({
  layer: z.literal('area'),
  id: code(6),
  province: code(2),
  ...common,
});

/** Any policy file; `layer` tells which. */
export const layerFile = z.discriminatedUnion('layer', [nationalFile, provinceFile, areaFile], {
  error: rule('layer: national、province 或 area', '在 layer 里写这三个词之一'),
});

export type LayerFile = z.infer<typeof layerFile>;
export type NationalFile = z.infer<typeof nationalFile>;
export type ProvinceFile = z.infer<typeof provinceFile>;
export type AreaFile = z.infer<typeof areaFile>;
