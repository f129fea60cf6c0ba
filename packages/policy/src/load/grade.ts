// The minimum grade of rules that take money: a weaker figure is refused, left out, or used and marked, as the files say.
import { rule } from '../file/basics.ts';
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
    const found = `来源 ${String(source)} 的等级太弱`;
    const enough = `${askedBy} 的 minimumGrade 要求 ${section} 的来源达到 ${grade} 或更强`;
    errors.push(document.errorAt([...keys, 'source'], found, rule(enough, mend)));
  };
  for (const requirement of requirements) {
    if (requirement.below === 'mark') continue;
    for (const keys of weakPlaces(file, requirement)) {
      if (requirement.below === 'refuse') {
        refuse(requirement, keys, '找更强的来源，或把这个数字写成 notRecorded');
        continue;
      }
      const without = withoutFigure(used, keys);
      if (layerFile.safeParse(without).success) used = without;
      else refuse(requirement, keys, '这个数字不能空缺：找更强的来源，或把 below 写成 mark');
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
