// What a receipt or proof prints: one layout of labels for each kind, and the values as they are printed. Pure.
import type { ReceiptKind } from '@gongji/contract';

/** A printed paper without how it looks. `values` stand in the order of the kind's labels; an empty one is not printed. */
export interface Receipt {
  kind: ReceiptKind;
  /** Printed number of the paper. */
  number: string;
  /** ISO instant in Asia/Shanghai of what is proved, e.g. of the payment. */
  at: string;
  /** Name of the area whose agency issues it. */
  areaName: string;
  values: readonly string[];
}

interface Layout {
  title: string;
  labels: readonly string[];
}

/**
 * The labels are signed by their kind's name only: they may be worded anew, but never change their order or meaning; a kind
 * that must change becomes a new kind.
 */
export const layouts: Record<ReceiptKind, Layout> = {
  premium: {
    title: '城乡居民基本医疗保险费缴费凭证',
    labels: [
      '参保人',
      '身份证号码',
      '参保地',
      '缴费年度',
      '金额',
      '待遇开始',
      '付款人',
      '职工医保个人账户付',
      '现金补足',
      '税务票号',
    ],
  },
  settlement: {
    title: '医疗费用结算凭证',
    labels: [
      '就医人',
      '身份证号码',
      '参保地',
      '医疗机构',
      '总费用',
      '统筹基金付',
      '本人个人账户付',
      '亲属个人账户共济付',
      '现金付',
    ],
  },
  usage: {
    title: '个人账户共济使用证明',
    labels: ['账户所有人', '身份证号码', '使用人', '与何处结算', '用途', '从账户付出'],
  },
  binding: {
    title: '家庭共济绑定证明',
    labels: [
      '授权人',
      '授权人身份证号码',
      '授权人参保地',
      '使用人',
      '使用人身份证号码',
      '使用人参保地',
      '使用人是授权人的',
    ],
  },
  unbinding: {
    title: '家庭共济解绑证明',
    labels: [
      '授权人',
      '授权人身份证号码',
      '授权人参保地',
      '使用人',
      '使用人身份证号码',
      '使用人参保地',
      '使用人是授权人的',
      '绑定日期',
    ],
  },
};

/** What the instant of each kind is the time of. */
const timeLabels: Record<ReceiptKind, string> = {
  premium: '缴费时间',
  settlement: '结算时间',
  usage: '使用时间',
  binding: '绑定时间',
  unbinding: '解绑时间',
};

/** `2024-10-15T10:30:00.000+08:00` -> `2024年10月15日 10:30`. */
export function printedTime(at: string): string {
  const [, year, month, day, clock] = /^(\d+)-(\d+)-(\d+)T(\d\d:\d\d)/.exec(at) ?? [];
  return `${year}年${Number(month)}月${Number(day)}日 ${clock}`;
}

/** The labelled lines of the paper: exactly these are printed, and exactly these are shown to whoever verifies it. */
export function printedFacts({ kind, values, at }: Receipt): { label: string; value: string }[] {
  return [
    ...layouts[kind].labels.map((label, index) => ({ label, value: values[index] ?? '' })),
    { label: timeLabels[kind], value: printedTime(at) },
  ].filter(({ value }) => value !== '');
}

export const printedIssuer = ({ areaName }: Pick<Receipt, 'areaName'>): string =>
  `${areaName}医疗保障局（演示系统）`;
