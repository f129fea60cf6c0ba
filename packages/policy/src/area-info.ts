// What pages and services need to know of an area on a day: how binding is decided, texts, channels, premium years.
import { amountsWithoutGroup, sliceAt } from './library.ts';
import type { AreaPolicy, PolicyLibrary, PremiumRules, Resolved, Slice } from './library.ts';
import { nameOfFigure } from './not-recorded.ts';
import type { FigureName } from './not-recorded.ts';
import type { RecordedPremiumYear } from './file/premiums.ts';
import type { AreaInfo, MemberGroup, PolicySource, PremiumAmount, PremiumYear } from './types.ts';
import { yearOf } from './calendar.ts';

type FileAmount = Resolved<RecordedPremiumYear>['amounts'][MemberGroup];

function amountOf(amount: FileAmount): PremiumAmount {
  if (amount === 'notRecorded') return { kind: 'not-recorded' };
  if ('fen' in amount) return { kind: 'amount', ...amount };
  const { studentFen, under18NotAtSchoolFen: under18Fen, otherFen, source } = amount;
  return { kind: 'by-age', studentFen, under18Fen, otherFen, source };
}

function windowOf({ window }: PremiumRules): PremiumYear['window'] {
  if (window === 'notRecorded') return null;
  return { from: window.firstDay, to: window.lastDay, source: window.source };
}

function premiumYearOf(rules: PremiumRules): PremiumYear {
  const amounts = Object.entries(rules.amounts).map(([group, amount]) => [group, amountOf(amount)]);
  return {
    coverageYear: rules.coverageYear,
    window: windowOf(rules),
    amounts: Object.fromEntries(amounts) as Record<MemberGroup, PremiumAmount>,
    amountsWithoutGroup: amountsWithoutGroup(rules),
    subsidy: rules.subsidy === 'notRecorded' ? null : rules.subsidy,
  };
}

function yearsOf(policy: AreaPolicy): PremiumYear[] {
  return [...policy.premiums.values()]
    .sort((left, right) => left.coverageYear - right.coverageYear)
    .map(premiumYearOf);
}

function sourcesOf(policy: AreaPolicy): PolicySource[] {
  const layers = [policy.own, policy.province, policy.national];
  const all = layers.flatMap((layer) => Object.values(layer.sources));
  return all.filter((source, index) => all.findIndex((other) => other.title === source.title) === index);
}

/** The coverage years with recorded amounts (fen), oldest first; empty for an area without a policy or without years. */
export function premiumYears(library: PolicyLibrary, area: string): PremiumYear[] {
  const policy = library.areas.get(area);
  return policy === undefined ? [] : yearsOf(policy);
}

const sourceOf = (figure: 'notRecorded' | { source: PolicySource }): PolicySource | null =>
  figure === 'notRecorded' ? null : figure.source;

function gapsOf(own: AreaPolicy['own'], binding: NonNullable<Slice['binding']>): string[] {
  const gaps: [boolean, FigureName][] = [
    [binding.decision === 'notRecorded', 'binding.decision'],
    [binding.giver === 'notRecorded', 'binding.giver'],
    [binding.member === 'notRecorded', 'binding.member'],
    [binding.memberLimit === 'notRecorded', 'binding.memberLimit'],
    [own.channels === undefined, 'channels'],
    [own.materials === undefined, 'materials'],
  ];
  return gaps.filter(([isGap]) => isGap).map(([, figure]) => nameOfFigure(figure));
}

/** Undefined when the area has no policy, or no binding rules or texts to sign are recorded for that day. */
export function areaInfo(library: PolicyLibrary, area: string, date: string): AreaInfo | undefined {
  const policy = library.areas.get(area);
  const slice = policy === undefined ? undefined : sliceAt(policy, date);
  const { own, province, national } = policy ?? {};
  if (
    policy === undefined ||
    own?.documents === undefined ||
    province === undefined ||
    national === undefined
  )
    return undefined;
  if (slice?.binding === undefined || slice.shareable === undefined || slice.conventions === undefined)
    return undefined;
  const { memberLimit, decision, reviewWithin } = slice.binding;
  const phone = own.servicePhone ?? province.servicePhone ?? national.servicePhone;
  return {
    policy: policy.ref,
    area: policy.area,
    name: own.name,
    province: own.province,
    provinceName: province.name,
    // Where nobody recorded who decides, a person looks.
    decisionMode: decision === 'notRecorded' ? 'review' : decision.mode,
    ...(reviewWithin ? { reviewWorkingDays: reviewWithin.workingDays } : {}),
    memberConfirms: slice.binding.options?.memberConfirms?.confirms === true,
    ...(memberLimit === 'notRecorded' ? {} : { memberLimit: memberLimit.members }),
    relationsAllowed: [...slice.relationsAllowed.keys()],
    shareablePart: slice.shareable.part,
    crossProvince: slice.crossProvince?.allowed === true,
    accountOrder: slice.conventions.accountOrder,
    partOrder: slice.conventions.partOrder,
    channels: own.channels ?? [],
    materials: own.materials ?? [],
    documents: own.documents,
    servicePhone: phone?.number ?? '',
    permittedPurposes: slice.purposes?.permitted ?? [],
    forbiddenPurposes: slice.purposes?.forbidden ?? [],
    ...(slice.familyAccount === undefined
      ? {}
      : {
          familyAccount: {
            mostMembers: slice.familyAccount.mostMembers,
            mostHoldersPerMember: slice.familyAccount.mostHoldersPerMember,
            source: slice.familyAccount.source,
          },
        }),
    advice: [own, province, national].flatMap((layer) => layer.advice ?? []),
    premiumYears: yearsOf(policy),
    sources: sourcesOf(policy),
    basis: {
      decisionMode: sourceOf(decision),
      memberLimit: sourceOf(memberLimit),
      relationsAllowed: slice.relations?.source ?? null,
      shareablePart: slice.shareable.source,
      crossProvince: slice.crossProvince?.source ?? null,
      servicePhone: phone?.source ?? null,
    },
    notRecorded: gapsOf(own, slice.binding),
  };
}

/**
 * How much of a giver's account (fen) may be shared on that day: Maanshan counts prior years only, Tieling everything.
 * 0 when the area has no recorded rule on that day.
 */
export function shareableFen(
  library: PolicyLibrary,
  area: string,
  date: string,
  parts: readonly { partYear: number; fen: number }[],
): number {
  const policy = library.areas.get(area);
  const part = policy === undefined ? undefined : sliceAt(policy, date)?.shareable?.part;
  if (part === undefined) return 0;
  const counted = part === 'all' ? parts : parts.filter(({ partYear }) => partYear < yearOf(date));
  return counted.reduce((sum, { fen }) => sum + fen, 0);
}
