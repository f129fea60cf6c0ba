// Says in plain Chinese what is wrong with a request's content: which field, and what is allowed there.
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const labels: Record<string, string> = {
  memberName: '家人姓名',
  memberIdNumber: '家人身份证号码',
  relation: '与本人的关系',
  memberArea: '参保地',
  memberPhone: '联系电话',
  photoIds: '证明材料照片',
  photos: '证明材料照片',
  material: '照片对应的材料',
  noticeVersion: '告知书版本',
  signedName: '签名',
  accepted: '同意',
  text: '说明',
  coverageYear: '缴费年度',
  quoteId: '试算编号',
  personNo: '参保人编号',
  credential: '电子凭证或身份证号码',
  totalFen: '总费用',
  whollySelfPaidFen: '全自费',
  overPriceLimitFen: '超限价自付',
  preSelfPaidFen: '先行自付',
  chronic: '慢特病',
  accountUse: '账户使用方式',
  reason: '理由',
  reasonCode: '理由',
  decision: '审核结论',
  seenVersion: '页面版本',
  date: '日期',
  placeArea: '去看病的地方',
  kind: '原因',
  from: '从哪天起',
  lastDay: '到哪天止',
};

const typeNames: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否',
  array: '列表',
  object: '一组内容',
};

function complaint(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? '没有填写' : `应为${typeNames[issue.expected] ?? issue.expected}`;
    case 'too_small':
      if (issue.origin === 'string') return issue.minimum === 1 ? '没有填写' : `至少 ${issue.minimum} 个字`;
      return `不能小于 ${issue.minimum}`;
    case 'too_big':
      if (issue.origin === 'string') return `最多 ${issue.maximum} 个字`;
      return issue.origin === 'array' ? `最多 ${issue.maximum} 项` : `不能大于 ${issue.maximum}`;
    case 'invalid_value':
      if (issue.path.at(-1) === 'accepted') return '没有勾选';
      return `只能是 ${issue.values.map(String).join('、')} 之一`;
    case 'invalid_format':
      return issue.format === 'date' ? '应写成 2024-10-15 这样的日期' : '格式不对';
    case 'custom':
      return issue.message;
    default:
      return '格式不对';
  }
}

/** The field's path as the contract writes it, e.g. `bill.totalFen`, and the sentence's `what`. */
export function issueText(issue: Issue): { field: string; what: string } {
  const last = issue.path.findLast((part) => typeof part === 'string');
  const label = last === undefined ? '内容' : (labels[last] ?? last);
  return { field: issue.path.map(String).join('.'), what: `“${label}”${complaint(issue)}` };
}

/** Whether the issue is about an amount of money, which has a sentence of its own. */
export const isAmount = (issue: Issue): boolean => {
  const last = issue.path.at(-1);
  return typeof last === 'string' && last.endsWith('Fen');
};
