// One side of `gongji policy diff`: AREA@DATE in the published policies, or in a draft's folder or single file.
import { statSync, readFileSync } from 'node:fs';
import { defaultPolicyDirectory, readCaseTexts, readPolicyTexts } from '@gongji/policy/node';
import { openDraft } from '@gongji/policy/tools';
import type { Side } from '@gongji/policy/tools';

export type SideRead =
  | { ok: true; side: Side }
  /** `wrongFiles`: the policy files themselves are wrong; each sentence names its place. */
  | { ok: false; sentence: string; wrongFiles: string[] };

interface Place {
  area: string;
  date: string;
}

const refused = (sentence: string, wrongFiles: string[] = []): SideRead => ({
  ok: false,
  sentence,
  wrongFiles,
});

/** 211200@2025-03-01 */
export function placeOf(text: string): Place | undefined {
  const [, area, date] = /^(\d{6})@(\d{4}-\d{2}-\d{2})$/.exec(text) ?? [];
  if (area === undefined || date === undefined) return undefined;
  const instant = new Date(`${date}T00:00:00Z`);
  const isDay = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date);
  return isDay ? { area, date } : undefined;
}

type Texts = Record<string, string>;

function textsOf(directory: string): Texts {
  const texts = [...readPolicyTexts(directory), ...readCaseTexts(directory)];
  return Object.fromEntries(texts.map(({ path, text }) => [path, text]));
}

const idOf = (text: string): string | undefined => /^id: *'?([A-Z0-9]+)'?/m.exec(text)?.[1];

/** The published library with the file in the place of the one that has its id, or beside the others. */
function withFile(file: string): Texts {
  const text = readFileSync(file, 'utf8');
  const published = Object.entries(textsOf(defaultPolicyDirectory));
  const others = published.filter(([path, one]) => path.endsWith('.cases.yaml') || idOf(one) !== idOf(text));
  return { ...Object.fromEntries(others), [file]: text };
}

function filesOf(place: string): Texts | undefined {
  if (place === 'published') return textsOf(defaultPolicyDirectory);
  const found = statSync(place, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  return found.isDirectory() ? textsOf(place) : withFile(place);
}

/** @param at where to compare a folder or a file; AREA@DATE as an argument of its own needs none. */
export function readSide(argument: string, at: Place | undefined): SideRead {
  const own = placeOf(argument);
  const place = own ?? at;
  if (place === undefined) {
    return refused(`${argument} 是文件或文件夹时，请用 --at 写明地区和日期，例如 --at 211200@2025-03-01。`);
  }
  const files = filesOf(own === undefined ? argument : 'published');
  if (files === undefined) {
    return refused(`没有 ${argument} 这个文件夹或文件；请写 地区代码@日期、published、文件夹或文件。`);
  }
  const { library, problems } = openDraft(files);
  if (library === undefined) {
    const sentence = `${argument} 里的政策文件有错误，改好后再比较。`;
    return refused(
      sentence,
      problems.map(({ message }) => message),
    );
  }
  return { ok: true, side: { library, ...place } };
}
