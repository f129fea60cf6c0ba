// A source as one line for policy staff: title, number, article, grade, day of checking, address.
import type { PolicySource, SourceGrade } from '@gongji/policy';

export const GRADE_NAMES: Record<SourceGrade, string> = {
  official: '官方文件',
  press: '新闻报道',
  guide: '办事指引',
  weak: '依据较弱',
  ours: '本系统约定',
};

export function sourceText({ title, documentNumber, article, url, grade, checkedOn }: PolicySource): string {
  const details = [documentNumber, article, GRADE_NAMES[grade], `${checkedOn} 核对`, url];
  return `${title}（${details.filter((part) => part !== undefined).join('，')}）`;
}
