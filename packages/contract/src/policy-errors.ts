// Refusals of the policy desk, part of the error catalogue.
import { entry } from './error-entry.ts';
import type { ErrorEntry } from './error-entry.ts';

export const policyErrors = {
  'policy-text-wrong': entry(
    422,
    '草稿还有问题：{what}。',
    '请在草稿页改正文件里标出的地方，案例全部通过以后再提交。',
  ),
  'policy-version-taken': entry(
    422,
    '版本号“{version}”没有晚于已经用过的版本号。',
    '请把文件里的 version 改成更晚的，写法是“日期.当天的序号”，例如 2026-11-22.2。',
  ),
  'policy-day-wrong': entry(
    422,
    '生效日期不对：{what}。',
    '请选择今天或以后、并且不早于上一个已公布版本生效日的日期。',
  ),
  'policy-base-changed': entry(
    409,
    '开始写这份草稿以后，本地区又公布了新的版本，这份草稿不能再用。',
    '请作废这份草稿，从最新的版本重新起草，以免盖掉别人的修改。',
  ),
  'policy-own-work': entry(409, '您写过或提交过这份草稿，不能由您批准。', '请由另一位政策管理员或主管审核。'),
  'policy-file-missing': entry(
    404,
    '本地区还没有政策文件，不能在这里起草。',
    '请系统管理员先用 npx gongji policy new-area 加上本地区的文件。',
  ),
} satisfies Record<string, ErrorEntry>;
