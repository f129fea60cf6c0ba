// Refusals of the 亲情账户, part of the error catalogue.
import { entry } from './error-entry.ts';
import type { ErrorEntry } from './error-entry.ts';

export const familyAccountErrors = {
  'family-account-self': entry(
    422,
    '这是您自己的身份证号码。',
    '您自己的医保码在“医保电子凭证”里。这里请填家人的。',
  ),
  'family-account-full': entry(
    409,
    '您的亲情账户已有 {count} 位家人，最多 {limit} 位。',
    '请先解除一位不再需要的家人，再来添加。',
  ),
  'family-account-holders-full': entry(
    409,
    '这位家人的医保码已经由 {count} 个人代为出示，最多 {limit} 个人。',
    '请这位家人先解除其中一个，再来添加。',
  ),
  'family-account-exists': entry(
    409,
    '这位家人已经在您的亲情账户里，或正在等他同意。',
    '不用重复添加；还在等同意的，请提醒家人登录后选“同意”。',
  ),
  'family-account-minor': entry(
    422,
    '登记信息里查不到您是这个孩子的父母。',
    '不满 18 岁的孩子由父母添加；请核对号码，或带户口簿到医保窗口办理。',
  ),
} satisfies Record<string, ErrorEntry>;
