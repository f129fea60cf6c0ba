// The words of files for schemes, status and groups: Chinese as agencies write them, or the names of the code.
export const schemes = { employee: ['职工', '职工医保'], resident: ['居民', '居民医保'] } as const;
export const statuses = { normal: ['正常'], suspended: ['暂停'], ended: ['终止'] } as const;
export const groups = {
  ordinary: ['普通'],
  'severely-disabled': ['重度残疾'],
  destitute: ['特困'],
  'lonely-elderly': ['孤寡老人'],
  orphan: ['孤儿'],
  'minimum-living': ['低保'],
  'returned-to-poverty': ['返贫致贫人口'],
  monitored: ['监测对象'],
} as const;

/** The code's name of a word, undefined if it is none of the list. */
export function wordOf<Name extends string>(
  list: Record<Name, readonly string[]>,
  text: string,
): Name | undefined {
  return (Object.keys(list) as Name[]).find((name) => name === text || list[name].includes(text));
}

/** Yes, no, null for nothing written, undefined for anything else. */
export function readFlag(text: string): boolean | null | undefined {
  if (text === '') return null;
  if (text === '是' || text === 'true') return true;
  if (text === '否' || text === 'false') return false;
  return undefined;
}
