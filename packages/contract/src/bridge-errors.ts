// Refusals of the bridge to native shells, part of the error catalogue.
import { entry } from './error-entry.ts';
import type { ErrorEntry } from './error-entry.ts';

export const bridgeErrors = {
  'ticket-spent': entry(403, '这一步已经用过，或者放得太久。', '请返回页面，再点一次。'),
  'host-code-refused': entry(
    403,
    '没有查到您的医保电子凭证，或查不到参保信息。',
    '请先在这个应用里激活医保电子凭证，再来登录；仍有疑问请到参保地的医保窗口查询。',
  ),
  'nothing-to-pay': entry(409, '这笔缴费现在没有要补的差额。', '请返回页面查看缴费状态，不用再付。'),
} satisfies Record<string, ErrorEntry>;
