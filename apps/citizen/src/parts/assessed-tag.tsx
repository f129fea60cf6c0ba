// Marks an amount that the tax bureau assessed because no amount is recorded.
import type { Answer } from '@gongji/contract';

type AmountFrom = Answer<'getPremium'>['amountFrom'];

export const AssessedTag = ({ amountFrom }: { amountFrom: AmountFrom }) =>
  amountFrom === 'tax-bureau' && <span className="tag tag-ask">税务核定</span>;
