// The comparison as one self-contained page: what was compared, the plot, the same numbers as a table, and the figures that differ.
import { yuan } from '../../money.ts';
import type { FigureChange, PolicyDifference } from './difference.ts';
import { differenceSvg, escaped } from './plot.ts';
import type { GroupTally } from './tally.ts';
import {
  averageChangeFen,
  fundText,
  groupText,
  populationText,
  sharingTexts,
  sideText,
  signedYuan,
} from './words.ts';

const STYLE = `
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; font: 1rem/1.6 system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; color: #16191d; background: #fff; }
h1 { font-size: 1.5rem; line-height: 1.3; } h2 { font-size: 1.2rem; margin-top: 2rem; }
.wide { overflow-x: auto; } .wide:focus-visible { outline: 3px solid #1b66a8; outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; } table.many { min-width: 56rem; }
caption { text-align: left; color: #3a3f45; padding: .3rem 0; }
th[scope='row'] { min-width: 8rem; }
th, td { border-bottom: 1px solid #c9cdd2; padding: .4rem .6rem; text-align: left; vertical-align: top; }
td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
svg { display: block; max-width: none; height: auto; }
`;

const cells = (values: readonly string[], kind = ''): string =>
  values.map((value) => `<td${kind}>${escaped(value)}</td>`).join('');

function groupRow(group: GroupTally): string {
  const { name, people, gain, lose, same, notComparable, fundBeforeFen, fundAfterFen } = group;
  const { relativesBeforeFen, relativesAfterFen, cashBeforeFen, cashAfterFen } = group;
  const counts = [people, gain, lose, same, notComparable].map(String);
  const money =
    notComparable === people
      ? Array.from({ length: 6 }, () => '—')
      : [
          signedYuan(averageChangeFen(group)),
          yuan(fundBeforeFen),
          yuan(fundAfterFen),
          signedYuan(fundAfterFen - fundBeforeFen),
          signedYuan(relativesAfterFen - relativesBeforeFen),
          signedYuan(cashAfterFen - cashBeforeFen),
        ];
  return `<tr><th scope="row">${escaped(name)}</th>${cells([...counts, ...money], ' class="number"')}</tr>`;
}

function figureRow({ name, sectionName, before, after }: FigureChange): string {
  return `<tr><th scope="row">${escaped(sectionName)} · ${escaped(name)}</th>${cells([before ?? '没有这一项', after ?? '没有这一项'])}</tr>`;
}

function table(caption: string, heads: readonly string[], rows: readonly string[]): string {
  const kind = heads.length > 4 ? ' class="many"' : '';
  const head = heads.map((name) => `<th scope="col">${escaped(name)}</th>`).join('');
  return `<div class="wide" role="region" aria-label="${escaped(caption)}" tabindex="0"><table${kind}><caption>${escaped(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

const GROUP_HEADS = [
  '人群',
  '人数',
  '少付',
  '多付',
  '不变',
  '无法比较',
  '平均每人一年',
  '基金原来付',
  '基金改后付',
  '基金变化',
  '家人账户变化',
  '现金变化',
];

/** Pure; needs nothing from elsewhere, so that it can be kept, sent and printed. */
export function differencePage(difference: PolicyDifference): string {
  const { before, after, groups, figures } = difference;
  const [all] = groups;
  const figureTable =
    figures.length === 0
      ? '<p>两份政策在这两天的数字和规则完全相同。</p>'
      : table(`不同的数字和规则 ${figures.length} 项`, ['项目', '原来', '改后'], figures.map(figureRow));
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>两份政策的比较</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>两份政策的比较：谁少付，谁多付</h1>
<p>原来：${escaped(sideText(before))}<br>改后：${escaped(sideText(after))}</p>
${all === undefined ? '' : `<p>${escaped(groupText(all))}</p><p>${[fundText(all), ...sharingTexts(all)].map(escaped).join('<br>')}</p>`}
<p>${escaped(populationText(difference))}</p>
<h2>各类人群</h2>
<div class="wide" role="region" aria-label="比较图" tabindex="0">
${differenceSvg(difference)}</div>
<h2>同样的数字</h2>
${table('一年的变化，按人群', GROUP_HEADS, groups.map(groupRow))}
<h2>改了什么</h2>
${figureTable}
</main>
</body>
</html>
`;
}
