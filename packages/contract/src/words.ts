// The Chinese words for the contract's codes: one vocabulary for pages and services. No schema here, for the pages' sake.
import type { EvidenceGrade, Relation } from './schemas/common.ts';
import type { DelegationScope } from './schemas/delegation.ts';
import type { DisputeOutcome, DisputeReason } from './schemas/dispute.ts';
import type { Purpose } from './schemas/relation.ts';
import type { StaffRole } from './schemas/session.ts';

/** What the member is to the giver. */
export const relationWords: Record<Relation, string> = {
  spouse: '配偶',
  parent: '父母',
  child: '子女',
  sibling: '兄弟姐妹',
  grandparent: '祖父母、外祖父母',
  grandchild: '孙子女、外孙子女',
};

/** What a giver's money may be used for. */
export const purposeWords: Record<Purpose, string> = {
  outpatient: '门诊就医',
  pharmacy: '药店购药',
  premium: '缴城乡居民医保费',
};

/** What a helper may be let do. */
export const delegationScopeWords: Record<DelegationScope, string> = {
  bind: '绑定的事：补材料、撤回申请、解绑',
  premium: '用我的个人账户缴居民医保费',
  control: '改使用设置、暂停、排顺序',
  usages: '看使用记录、提疑问',
  filing: '异地就医备案',
};

/** Why a giver doubts a use. */
export const disputeReasonWords: Record<DisputeReason, string> = {
  'not-us': '不是我家人看的病、买的药',
  amount: '金额不对',
  twice: '同一笔扣了两次',
  other: '其他',
};
/** What the agency found. */
export const disputeOutcomeWords: Record<DisputeOutcome, string> = {
  right: '核查无误，这一笔是对的',
  'being-corrected': '这一笔有误，正在由医疗机构退费',
  'not-provable': '暂时不能核实，已转进一步调查',
};

/** How well a figure is backed. */
export const gradeWords: Record<EvidenceGrade, string> = {
  official: '官方文件',
  press: '新闻转引官方',
  guide: '办事指南',
  weak: '来源待核实',
  ours: '本系统约定',
};

/** The post of a member of staff. */
export const roleWords: Record<StaffRole, string> = {
  reviewer: '审核员',
  'window-clerk': '窗口经办员',
  cashier: '收费员',
  auditor: '稽核员',
  supervisor: '主管',
  finance: '财务',
  'policy-officer': '政策管理员',
  administrator: '管理员',
};

/** Transactions of the institutions' interface by their number. */
export const transactionWords: Readonly<Record<string, string>> = {
  1101: '人员信息获取',
  1201: '医药机构信息获取',
  1901: '字典表查询',
  2001: '人员待遇享受检查',
  2101: '药店预结算',
  2102: '药店结算',
  2103: '药店结算撤销',
  2201: '门诊挂号',
  2202: '门诊挂号撤销',
  2203: '门诊就诊信息上传',
  '2203A': '定点零售药店门诊就诊信息上传',
  2204: '门诊费用明细信息上传',
  2205: '门诊费用明细信息撤销',
  2206: '门诊预结算',
  2207: '门诊结算',
  2208: '门诊结算撤销',
  2601: '冲正交易',
  3201: '医药机构费用结算对总账',
  3202: '医药机构费用结算对明细账',
  5201: '就诊信息查询',
  5203: '结算信息查询',
  5204: '费用明细查询',
  5206: '人员累计信息查询',
  5301: '人员慢特病备案查询',
  6201: '费用明细上传',
  6202: '支付下单',
  6203: '医保退费',
  6204: '医保订单信息同步',
  6301: '医保订单结算结果查询',
  6302: '医保结算结果通知',
  6401: '费用明细上传撤销',
  9001: '签到',
  9002: '签退',
  9101: '文件上传',
  9102: '文件下载',
  100001: '政策项查询',
};

/** Where an area asks for no photo, one of this may still help: the registry does not know every relation. */
export const helpfulProof = { code: 'helpful-proof', name: '关系证明' } as const;

/** What page and server say to a photo in Apple's format that can't be opened. */
export const heicTexts = {
  message: '这张照片是苹果手机的 HEIC 格式，这里打不开。',
  remedy:
    '可以在手机上打开这张照片，截一张屏再上传；或者打开“设置”→“相机”→“格式”，选“兼容性最佳”，重新拍一张。',
} as const;
