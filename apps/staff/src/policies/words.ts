// Words of the policy desk's pages.
import type { EvidenceGrade, PolicyDraftState, PolicyFigure } from '@gongji/contract';

export const draftStateWords: Record<PolicyDraftState, string> = {
  draft: '起草中',
  submitted: '待审核',
  approved: '已批准，待公布',
  published: '已公布',
  withdrawn: '已作废',
};

export const gradeWords: Record<EvidenceGrade, string> = {
  official: '官方文件',
  press: '新闻报道',
  guide: '办事指引',
  weak: '依据较弱',
  ours: '本系统约定',
};

export const layerWords: Record<NonNullable<PolicyFigure['layer']>, string> = {
  area: '本市',
  province: '本省',
  national: '全国',
};
