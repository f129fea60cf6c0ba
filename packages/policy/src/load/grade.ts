// The minimum grade of rules that take money: a weaker figure is refused, left out, or used and marked, as the files say.
import type { MinimumGrade } from '../file/declarations.ts';
import { layerFile } from '../file/layer.ts';
import type { AreaFile, LayerFile, NationalFile, ProvinceFile } from '../file/layer.ts';
import type { Keys } from '../field-name.ts';
import type { LayerStack } from '../library.ts';
import type { SourceGrade } from '../types.ts';
import type { LoadError, SourceDocument } from './document.ts';

interface Layer<File extends LayerFile> {
  document: SourceDocument;
  file: File;
}

interface Stack {
  own: Layer<AreaFile>;
  province: Layer<ProvinceFile>;
  national: Layer<NationalFile>;
}

interface Requirement extends MinimumGrade {
  /** Path of the file that asks for it. */
  askedBy: string;
}

const RANK: Record<Exclude<SourceGrade, 'ours'>, number> = { official: 3, press: 2, guide: 1, weak: 0 };

/** Places of the figures below the requirement, each the mapping that names the source. */
function weakPlaces(file: LayerFile, { section, grade }: Requirement): Keys[] {
  const walk = (value: unknown, keys: Keys): Keys[] => {
    if (value === null || typeof value !== 'object') return [];
    const source: unknown = 'source' in value ? value.source : undefined;
    const found = typeof source === 'string' ? file.sources[source]?.grade : undefined;
    if (found !== undefined && found !== 'ours' && RANK[found] < RANK[grade]) return [keys];
    return Object.entries(value).flatMap(([key, inner]) =>
      walk(inner, [...keys, Array.isArray(value) ? Number(key) : key]),
    );
  };
  return walk(file[section], [section]);
}

function withoutFigure(value: unknown, keys: Keys): unknown {
  const [key, ...rest] = keys;
  // Something on the way there is left out already.
  if (key === undefined || value === 'notRecorded') return 'notRecorded';
  if (Array.isArray(value)) {
    // A list cannot lose one entry without leaving a gap that looks recorded: the list as a whole is not recorded.
    return rest.length === 0
      ? 'notRecorded'
      : value.map((item: unknown, index) => (index === key ? withoutFigure(item, rest) : item));
  }
  const mapping = value as Record<PropertyKey, unknown>;
  return { ...mapping, [key]: withoutFigure(mapping[key], rest) };
}

function graded<File extends LayerFile>(
  { document, file }: Layer<File>,
  requirements: readonly Requirement[],
): { file: File; errors: LoadError[] } {
  const errors: LoadError[] = [];
  let used = document.value;
  const refuse = (requirement: Requirement, keys: Keys, mend: string): void => {
    const { grade, askedBy, section } = requirement;
    const source = document.valueAt([...keys, 'source']);
    const found = `the source ${String(source)}, whose grade is too weak`;
    const rule = `allowed: grade ${grade} or better, as minimumGrade for ${section} in ${askedBy} asks; to mend: ${mend}`;
    errors.push(document.errorAt([...keys, 'source'], found, rule));
  };
  for (const requirement of requirements) {
    if (requirement.below === 'mark') continue;
    for (const keys of weakPlaces(file, requirement)) {
      if (requirement.below === 'refuse') {
        refuse(requirement, keys, 'find a better source, or write notRecorded');
        continue;
      }
      const without = withoutFigure(used, keys);
      if (layerFile.safeParse(without).success) used = without;
      else
        refuse(
          requirement,
          keys,
          'this figure cannot be left out: find a better source, or write below: mark',
        );
    }
  }
  // What was left out passed the form above; a file of which nothing was left out stays the very same.
  return { file: used === document.value ? file : (layerFile.parse(used) as File), errors };
}

/** What an area's three files ask for holds for every figure that the area stands on, whichever of them it is in. */
export function gradedStack({ own, province, national }: Stack): { stack: LayerStack; errors: LoadError[] } {
  const requirements = [own, province, national].flatMap(({ file, document }) =>
    (file.minimumGrade ?? []).map((one): Requirement => ({ ...one, askedBy: document.path })),
  );
  const used = {
    own: graded(own, requirements),
    province: graded(province, requirements),
    national: graded(national, requirements),
  };
  return {
    stack: {
      written: { own: own.file, province: province.file, national: national.file },
      used: { own: used.own.file, province: used.province.file, national: used.national.file },
    },
    errors: [...used.own.errors, ...used.province.errors, ...used.national.errors],
  };
}
