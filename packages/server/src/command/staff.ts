// `gongji staff first-administrator`: makes the first administrator of an area, who then opens all other accounts.
import { parseArgs } from 'node:util';
import { errorTexts } from '@gongji/contract';
import { onProduct, refuse } from './money/open.ts';

const name = 'staff first-administrator';
const usage = '用法是 gongji staff first-administrator --area 340500 --number A001 --name 姓名。';

/** @returns 0 done, 2 refused. */
export function run([command, ...args]: string[]): Promise<number> {
  const asked = command === 'first-administrator' ? readArguments(args) : undefined;
  if (!asked) return Promise.resolve(refuse(name, usage));
  return onProduct(name, async ({ services, clock }) => {
    const made = await services.staff.appointFirst(asked, clock.now());
    if (!made.ok) return refuse(name, errorTexts(made.code, made.details).message);
    process.stdout.write(`已开通管理员账号 ${asked.staffNo}，可以登录经办平台开通其他账号。\n`);
    return 0;
  });
}

function readArguments(args: string[]): { area: string; staffNo: string; name: string } | undefined {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({ args, options: { area: text, number: text, name: text } });
    const { area = '', number = '' } = values;
    const staffNo = number.trim().toUpperCase();
    const person = values.name?.trim() ?? '';
    const isWhole = /^\d{6}$/.test(area) && /^[A-Z0-9]{3,32}$/.test(staffNo) && person !== '';
    return isWhole && person.length <= 50 ? { area, staffNo, name: person } : undefined;
  } catch {
    return undefined;
  }
}
