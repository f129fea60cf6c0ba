// A state in words, with a colour that only repeats what the words say.
import type { Answer } from '@gongji/contract';

export type Tone = 'good' | 'wait' | 'ask' | 'bad' | 'quiet';

export const StateTag = ({ tone, children }: { tone: Tone; children: string }) => (
  <span className={`tag tag-${tone}`}>{children}</span>
);

export const applicationTone: Record<Answer<'getApplication'>['state'], Tone> = {
  submitted: 'wait',
  'awaiting-member': 'wait',
  'in-review': 'wait',
  'more-requested': 'ask',
  approved: 'good',
  rejected: 'bad',
  declined: 'quiet',
  withdrawn: 'quiet',
};

export const orderTone: Record<Answer<'getOnlineOrder'>['state'], Tone> = {
  'waiting-for-payment': 'ask',
  over: 'quiet',
  'insurance-paid': 'good',
  'settled-at-the-institution': 'good',
  completed: 'good',
  'given-back': 'quiet',
  'insurance-given-back': 'quiet',
  'cash-given-back': 'quiet',
  'part-of-cash-given-back': 'quiet',
  'insurance-and-part-of-cash-given-back': 'quiet',
  withdrawn: 'quiet',
};

export const premiumTone: Record<Answer<'getPremium'>['state'], Tone> = {
  'awaiting-cash': 'ask',
  sending: 'wait',
  unknown: 'wait',
  paid: 'good',
  returning: 'wait',
  returned: 'quiet',
};
