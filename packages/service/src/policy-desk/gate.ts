// What a draft must pass before it is submitted, approved or published: whole, its cases hold, a new version, a day to come.
import { areaFiles, casesPath, checkArea } from '@gongji/policy/tools';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { PolicyFiles } from './content.ts';
import type { DraftRow } from './draft.ts';
import { contentHash } from './versions.ts';
import type { PublishedVersion } from './versions.ts';

/** The hash of the newest published text of the area's file. */
export const baseHashOf = (newest: PolicyFiles, path: string): string =>
  contentHash(newest[path] ?? '', newest[casesPath(path)] ?? '');

export const versionIn = (text: string): string =>
  /^version: *'?(\d{4}-\d{2}-\d{2}\.\d+)'? *$/m.exec(text)?.[1] ?? '';

const dayOf = (version: string): string => version.slice(0, 10);
const numberOf = (version: string): number => Number(version.slice(11));
const isLater = (version: string, other: string): boolean =>
  dayOf(version) === dayOf(other) ? numberOf(version) > numberOf(other) : dayOf(version) > dayOf(other);

/** The first version of today that is later than all of these; of their last day, when that is still to come. */
export function nextVersion(today: string, taken: readonly string[]): string {
  const day = [today, ...taken.map(dayOf)].sort().at(-1) ?? today;
  const numbers = taken.filter((one) => dayOf(one) === day).map(numberOf);
  return `${day}.${Math.max(0, ...numbers) + 1}`;
}

/** Every version that the next one of the area has to be later than: of the files below it too, which name the policy with it. */
export const versionsTaken = (
  newest: PolicyFiles,
  area: string,
  versions: readonly PublishedVersion[],
): string[] => [
  ...Object.values(areaFiles(newest, area))
    .map(versionIn)
    .filter((one) => one !== ''),
  ...versions.map((one) => one.version),
];

/** A case of a layer below that this area's own figure changes is for whoever keeps that layer: it is shown, and stops nobody. */
function wrongWith(files: PolicyFiles, ownCases: string): string | undefined {
  const { problems, brokenCases, brokenBoundaryCases, blanks } = checkArea(files);
  const [problem] = problems;
  if (problem) return `文件有 ${problems.length} 处错误，第一处在 ${problem.path} 第 ${problem.line} 行`;
  const broken = [...brokenCases.filter(({ file }) => file === ownCases), ...brokenBoundaryCases];
  const [first] = broken;
  if (first) return `有 ${broken.length} 个案例没有通过，第一个是“${first.name}”`;
  return blanks.length > 0 ? `还有 ${blanks.length} 处“待填写”` : undefined;
}

/**
 * @param newest every file with what is published, by path.
 * @param versions the area's published versions.
 */
export function passes(
  draft: DraftRow,
  effectiveFrom: string,
  today: string,
  newest: PolicyFiles,
  versions: readonly PublishedVersion[],
): Result<true> {
  if (draft.baseHash !== baseHashOf(newest, draft.path)) return refuse('policy-base-changed');
  if (effectiveFrom < today) {
    return refuse('policy-day-wrong', { what: `${effectiveFrom} 已经过去` }, 'effectiveFrom');
  }
  const last = versions.at(-1)?.effectiveFrom ?? '';
  if (effectiveFrom < last) {
    return refuse('policy-day-wrong', { what: `上一个版本自 ${last} 起才生效` }, 'effectiveFrom');
  }
  const draftFiles = { ...newest, [draft.path]: draft.text, [casesPath(draft.path)]: draft.casesText };
  const wrong = wrongWith(areaFiles(draftFiles, draft.area), casesPath(draft.path));
  if (wrong !== undefined) return refuse('policy-text-wrong', { what: wrong }, 'text');
  const version = versionIn(draft.text);
  const isNew = versionsTaken(newest, draft.area, versions).every((one) => isLater(version, one));
  return isNew ? done(true) : refuse('policy-version-taken', { version }, 'text');
}
