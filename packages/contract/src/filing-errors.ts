// Refusals of a filing for treatment elsewhere, part of the error catalogue.
import { entry } from './error-entry.ts';
import type { ErrorEntry } from './error-entry.ts';

export const filingErrors = {
  'filing-not-insured': entry(
    422,
    '您目前不是正常参保状态，不能办理异地就医备案。',
    '请先恢复参保，再来备案；仍有疑问请拨打医保服务电话。',
  ),
  'filing-at-home': entry(422, '这里就是您的参保地，看病不用备案。', '请选择参保地以外的城市。'),
  'filing-place-unknown': entry(422, '没有这个地方。', '请从列表里选择要去看病的省份和城市。'),
  'filing-days-wrong': entry(
    422,
    '备案的日期不对。',
    '开始的那天应是今天或以后；结束的那天不能早于开始，最远三年；只有长期住在外地的可以不填结束日期。',
  ),
  'filing-exists': entry(
    409,
    '{place}已经有备案，{until}，没有重复登记。',
    '不用再办；要续办的话，请从原备案结束的第二天填起。',
  ),
} satisfies Record<string, ErrorEntry>;
