// The calls about areas: all that a guide says comes from the policy files.
import type { AreaGuide } from '@gongji/contract';
import { areaInfo } from '@gongji/policy';
import type { AreaInfo, Material, PolicySource, PremiumYear } from '@gongji/policy';
import type { ServiceDeps } from '../deps.ts';
import { done, refuse } from '../kernel/result.ts';
import { areaName, insuredAreasWith } from './insured-areas.ts';
import type { AreaService } from './service.ts';

export function createAreaService({ library }: Pick<ServiceDeps, 'library'>): AreaService {
  return {
    // Asked each time: the library may know more cities from some day on.
    insuredAreas: () => insuredAreasWith(library),
    guides({ today }) {
      const found = [...library.areas.keys()].map((area) => areaInfo(library, area, today));
      return {
        items: found.flatMap((info) =>
          info ? [{ area: info.area, areaName: info.name, provinceName: info.provinceName }] : [],
        ),
      };
    },
    async guide({ today }, area) {
      const info = areaInfo(library, area, today);
      return info
        ? done(guideOf(info, today))
        : refuse('policy-not-recorded', { what: `${areaName(area)}（${today}）` });
    },
  };
}

function guideOf(info: AreaInfo, today: string): AreaGuide {
  return {
    area: info.area,
    areaName: info.name,
    provinceName: info.provinceName,
    decisionMode: info.decisionMode,
    memberConfirms: info.memberConfirms,
    memberLimit: info.memberLimit ?? null,
    relationsAllowed: info.relationsAllowed,
    shareablePart: info.shareablePart,
    servicePhone: info.servicePhone,
    channels: info.channels.map(({ name, purpose, steps }) => ({ name, purpose, steps })),
    materials: info.materials.map(materialOf),
    notice: documentOf(info.documents.notice),
    promise: documentOf(info.documents.promise),
    premiumYears: info.premiumYears.flatMap((year) => premiumYearOf(year, today)),
    facts: info.advice.map(({ text, source }) => ({ title: source.title, text, source: { ...source } })),
    permittedPurposes: info.permittedPurposes,
    forbiddenPurposes: info.forbiddenPurposes,
    crossProvince: info.crossProvince,
    basis: {
      decisionMode: copied(info.basis.decisionMode),
      memberLimit: copied(info.basis.memberLimit),
      relationsAllowed: copied(info.basis.relationsAllowed),
      shareablePart: copied(info.basis.shareablePart),
      crossProvince: copied(info.basis.crossProvince),
      servicePhone: copied(info.basis.servicePhone),
    },
    notRecorded: info.notRecorded,
    sources: info.sources.map((source) => ({ ...source })),
    policyVersion: info.policy.version,
  };
}

const copied = (source: PolicySource | null) => source && { ...source };

const documentOf = ({ version, title, paragraphs }: AreaInfo['documents']['notice']) => ({
  version,
  title,
  paragraphs,
});

const materialOf = ({ code, name, hint, photo, relations = [] }: Material) => ({
  code,
  name,
  text: hint,
  required: photo,
  relations,
});

/** A year whose window nobody recorded is not announced: a guide that says "now" without knowing helps nobody. */
function premiumYearOf(year: PremiumYear, today: string) {
  if (year.window === null) return [];
  const { from, to, source } = year.window;
  const ordinary = year.amounts.ordinary;
  return [
    {
      coverageYear: year.coverageYear,
      from,
      to,
      // Both days of a window belong to it.
      open: from <= today && today <= to,
      ordinaryFen: ordinary.kind === 'amount' ? ordinary.fen : null,
      source: { ...(ordinary.kind === 'amount' ? ordinary.source : source) },
    },
  ];
}
