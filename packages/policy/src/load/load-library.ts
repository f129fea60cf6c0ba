// Loads a whole policy library from texts: form, meaning, layers that fit together; all errors at once, or the library.
import { rule } from '../file/basics.ts';
import { layerFile } from '../file/layer.ts';
import type { AreaFile, NationalFile, ProvinceFile } from '../file/layer.ts';
import { buildLibrary } from '../library.ts';
import type { PolicyLibrary } from '../library.ts';
import { readDocument } from './document.ts';
import type { LoadError, SourceDocument } from './document.ts';
import { checkForm, shown } from './form.ts';
import { gradedStack } from './grade.ts';
import { meaningErrors } from './meaning.ts';

export interface PolicyText {
  /** Path as it is to be named in errors. */
  path: string;
  text: string;
}

interface Layers {
  national: { document: SourceDocument; file: NationalFile }[];
  provinces: { document: SourceDocument; file: ProvinceFile }[];
  areas: { document: SourceDocument; file: AreaFile }[];
}

function missingConventions(national: Layers['national'][number]): LoadError[] {
  return (['relations', 'crossProvince', 'conventions', 'waiting', 'purposes', 'servicePhone'] as const)
    .filter((section) => national.file[section] === undefined)
    .map((section) =>
      national.document.errorAt(
        [section],
        shown(undefined),
        rule(`有 ${section} 这一节`, '在这个文件里加上'),
      ),
    );
}

function layerErrors(layers: Layers): LoadError[] {
  const errors: LoadError[] = [];
  const seen = new Map<string, string>();
  for (const { document, file } of [...layers.national, ...layers.provinces, ...layers.areas]) {
    const other = seen.get(file.id);
    if (other !== undefined) {
      const text = rule('每个 id 只有一个文件', '改正代码，或把两个文件并成一个');
      errors.push(document.errorAt(['id'], `${shown(file.id)} 已经写在 ${other}`, text));
    }
    seen.set(file.id, document.path);
  }
  for (const { document, file } of layers.areas) {
    const province = layers.provinces.find((candidate) => candidate.file.id === file.province);
    if (province === undefined) {
      const text = rule(
        '已有文件的省份',
        `先加上这个省的文件：npx gongji policy new-area ${file.province} 省名`,
      );
      errors.push(document.errorAt(['province'], shown(file.province), text));
    }
    const saysWhatIsShared = [document, province?.document].some(
      (one) => one?.valueAt(['shareable']) !== undefined,
    );
    if (province !== undefined && !saysWhatIsShared) {
      const text = rule('本市或本省有 shareable 这一节', '写明个人账户的哪一部分可以共济');
      errors.push(document.errorAt(['shareable'], shown(undefined), text));
    }
    for (const section of [
      'binding',
      'outpatient',
      'premium',
      'documents',
      'materials',
      'channels',
    ] as const) {
      if (document.valueAt([section]) !== undefined) continue;
      const text = rule(`有 ${section} 这一节`, '加上这一节；不知道的写 notRecorded');
      errors.push(document.errorAt([section], shown(undefined), text));
    }
  }
  errors.push(...layers.national.flatMap(missingConventions));
  return errors;
}

/** Every text is read before anything is refused, so that the author sees all errors of all files at once. */
export function loadLibrary(
  texts: readonly PolicyText[],
): { ok: true; library: PolicyLibrary } | { ok: false; errors: LoadError[] } {
  const errors: LoadError[] = [];
  const layers: Layers = { national: [], provinces: [], areas: [] };
  for (const { path, text } of texts) {
    const read = readDocument(path, text);
    if (!read.ok) {
      errors.push(...read.errors);
      continue;
    }
    const { document } = read;
    const formed = checkForm(document, layerFile);
    if (!formed.ok) {
      errors.push(...formed.errors);
      continue;
    }
    const file = formed.value;
    errors.push(...meaningErrors(document, file));
    if (file.layer === 'national') layers.national.push({ document, file });
    else if (file.layer === 'province') layers.provinces.push({ document, file });
    else layers.areas.push({ document, file });
  }
  if (errors.length === 0) errors.push(...layerErrors(layers));
  const [national] = layers.national;
  if (national === undefined && errors.length === 0) {
    const one = rule('恰好有一个 layer: national 的文件', '加上全国的文件 national.yaml');
    const message = `现状：没有全国一层的文件；${one}。`;
    errors.push({ path: '', line: 1, column: 1, field: 'layer', message });
  }
  if (errors.length > 0 || national === undefined) return { ok: false, errors };
  const stacks = layers.areas.flatMap((own) => {
    const province = layers.provinces.find(({ file }) => file.id === own.file.province);
    return province === undefined ? [] : [{ own, province, national }];
  });
  const graded = stacks.map(gradedStack);
  const tooWeak = graded.flatMap((one) => one.errors);
  if (tooWeak.length > 0) return { ok: false, errors: once(tooWeak) };
  const provinces = new Map(layers.provinces.map(({ file }) => [file.id, file.name]));
  return {
    ok: true,
    library: buildLibrary(
      graded.map(({ stack }) => stack),
      provinces,
    ),
  };
}

/** A figure of a province is weak for each of its areas, and is told once. */
function once(errors: readonly LoadError[]): LoadError[] {
  return [...new Map(errors.map((error) => [error.message, error])).values()];
}
