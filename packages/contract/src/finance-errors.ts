// Refusals of the finance officer's work, part of the error catalogue.
import { entry } from './error-entry.ts';
import type { ErrorEntry } from './error-entry.ts';

export const financeErrors = {
  'day-wrong': entry(422, '日期不对：{what}。', '请从日历里选一个日期，格式像 2024-10-14。'),
  'period-wrong': entry(422, '起止日期不对。', '开始的那天不能晚于结束的那天，最长可查三年。'),
  'day-not-over': entry(409, '{day}还没有结束，不能关账。', '请在这一天结束以后再关账。'),
  'day-closed': entry(
    409,
    '{day}的账已经关了，不能再记账，您的业务没有办理。',
    '请按今天的日期办理；演示时请把日期改到关账以后的日子。',
  ),
  'daily-file-missing': entry(409, '没有取到对账文件：{what}。', '请稍后再取；对方出账以后才有文件。'),
  'statement-person-unknown': entry(
    404,
    '本地区没有这个人的个人账户。',
    '请核对人员编号或身份证号；在外地参保的，请到参保地查询。',
  ),
} satisfies Record<string, ErrorEntry>;
