// The comparison as one self-contained SVG: a bar for each group, told by colour, by pattern and in words.
import type { PolicyDifference } from './difference.ts';
import type { Dimension, GroupTally } from './tally.ts';
import {
  averageChangeFen,
  fundText,
  groupText,
  populationText,
  shareText,
  sideText,
  signedYuan,
} from './words.ts';

const WIDTH = 760;
const LEFT = 150;
const BAR = 400;
const ROW = 44;
const TOP = 124;
const FONT = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";

const HEADINGS: Record<Dimension, string> = { all: '', kind: '按参保人员', age: '按年龄', purpose: '按用途' };

/** Text that is safe inside XML. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const PARTS = [
  { key: 'gain', name: '少付', fill: '#1b66a8' },
  { key: 'same', name: '不变', fill: '#c9cdd2' },
  { key: 'lose', name: '多付', fill: 'url(#lose)' },
  { key: 'notComparable', name: '无法比较', fill: 'url(#open)' },
] as const;

function text(x: number, y: number, words: string, more = ''): string {
  return `<text x="${x}" y="${y}" ${more}>${escaped(words)}</text>`;
}

function bars(group: GroupTally, y: number): string {
  let x = LEFT;
  return PARTS.map(({ key, fill }) => {
    const width = (group[key] / group.people) * BAR;
    const bar =
      width > 0
        ? `<rect x="${x.toFixed(2)}" y="${y}" width="${width.toFixed(2)}" height="20" fill="${fill}" stroke="#3a3f45" stroke-width="0.5"/>`
        : '';
    x += width;
    return bar;
  }).join('');
}

function row(group: GroupTally, y: number): string {
  const { people, gain, lose, notComparable } = group;
  const isOpen = notComparable === people;
  const right = isOpen ? '没有记录，无法比较' : `平均每人一年 ${signedYuan(averageChangeFen(group))}`;
  const below = isOpen
    ? `${people} 人`
    : `${people} 人 · 少付 ${shareText(gain, people)} · 多付 ${shareText(lose, people)}`;
  return [
    '<g>',
    `<title>${escaped(groupText(group))}</title>`,
    text(LEFT - 12, y + 15, group.name, 'text-anchor="end" font-weight="600"'),
    bars(group, y),
    text(LEFT, y + 34, below, 'font-size="12" fill="#3a3f45"'),
    text(LEFT + BAR + 12, y + 15, right, 'font-size="13"'),
    '</g>',
  ].join('');
}

function legend(y: number): string {
  return PARTS.map(({ name, fill }, index) => {
    const x = LEFT + index * 100;
    return `<rect x="${x}" y="${y}" width="18" height="14" fill="${fill}" stroke="#3a3f45" stroke-width="0.5"/>${text(x + 24, y + 12, name, 'font-size="13"')}`;
  }).join('');
}

const DEFINITIONS = [
  '<defs>',
  '<pattern id="lose" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">',
  '<rect width="8" height="8" fill="#c2570c"/><rect width="3" height="8" fill="#8f3d05"/></pattern>',
  '<pattern id="open" width="6" height="6" patternUnits="userSpaceOnUse">',
  '<rect width="6" height="6" fill="#ffffff"/><circle cx="2" cy="2" r="1" fill="#6b7178"/></pattern>',
  '</defs>',
].join('');

/** Pure. The words are part of the picture: its title, its description and a sentence for each bar. */
export function differenceSvg(difference: PolicyDifference): string {
  const { before, after, groups } = difference;
  const rows: string[] = [];
  let y = TOP;
  let dimension: Dimension = 'all';
  for (const group of groups) {
    if (group.dimension !== dimension) {
      ({ dimension } = group);
      rows.push(text(24, y + 14, HEADINGS[dimension], 'font-size="13" fill="#3a3f45"'));
      y += 26;
    }
    rows.push(row(group, y));
    y += ROW;
  }
  const height = y + 16;
  const described = [...groups.map(groupText), populationText(difference)].join('');
  const [all] = groups;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="difference-title difference-words" font-family="${FONT}" font-size="14" fill="#16191d">`,
    '<title id="difference-title">两份政策的比较：谁少付，谁多付</title>',
    `<desc id="difference-words">${escaped(described)}</desc>`,
    DEFINITIONS,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    text(24, 28, `原来：${sideText(before)}`, 'font-size="13"'),
    text(24, 50, `改后：${sideText(after)}`, 'font-size="13"'),
    text(24, 72, all === undefined ? '' : fundText(all), 'font-size="13"'),
    legend(88),
    ...rows,
    '</svg>\n',
  ].join('\n');
}
