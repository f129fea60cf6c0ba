// The agency's own steps in a case, which the citizen doesn't see: claims, releases, a first approval, a look at a number.
import type { ReviewCase } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import { instantText } from '../kernel/instant.ts';
import { findReason } from './reasons.ts';
import { wordsOf } from './steps.ts';
import type { ReviewStep } from './steps.ts';

function textOf(step: ReviewStep, nameOf: (staffNo: string) => string): string | undefined {
  switch (step.kind) {
    case 'claimed':
      return '领取。';
    case 'released':
      return '退回待办。';
    case 'recalled':
      return `收回${nameOf(step.payload.staffNo ?? '')}领取的申请。`;
    case 'escalated':
      return '上报主管。';
    case 'approval-proposed':
      return `初审通过，等另一人复核：${findReason(step.payload.reasonCode ?? '')?.label ?? ''}。`;
    case 'approved':
    case 'rejected':
    case 'more-requested':
      return `${{ approved: '通过', rejected: '退回', 'more-requested': '要求补充' }[step.kind]}：${
        findReason(step.payload.reasonCode ?? '')?.label ?? ''
      }。`;
    case 'revealed':
      return '查看完整证件号。';
    case 'quality-checked':
      return step.payload.outcome === 'right' ? '质量抽查：办理正确。' : '质量抽查：办理有误。';
    default:
      return undefined;
  }
}

/** The newest first, each with who did it and the words that were written down. */
export function innerStepsOf(
  cipher: FieldCipher,
  steps: readonly ReviewStep[],
  nameOf: (staffNo: string) => string,
): ReviewCase['innerSteps'] {
  return steps
    .filter((step) => step.actorKind === 'staff')
    .flatMap((step) => {
      const text = textOf(step, nameOf);
      if (text === undefined) return [];
      const words = wordsOf(cipher, step);
      return [{ at: instantText(step.at), text: words ? `${text}${words}` : text, by: nameOf(step.actorId) }];
    })
    .toReversed();
}
