// Every figure in force on the day by section, each with its layer, days and source; what nobody recorded stands as that.
import type { PolicyDesk, PolicyFigure } from '@gongji/contract';
import { DataTable } from '../finance/DataTable.tsx';
import { SourceNote } from './SourceNote.tsx';
import { layerWords } from './words.ts';

const spanText = ({ from, to }: PolicyFigure): string =>
  from === null ? '' : to === null ? `自 ${from} 起` : `${from} 至 ${to}（不含）`;

export function FiguresInForce({ desk }: { desk: PolicyDesk }) {
  const { figures, date, policy } = desk;
  const sections = [...new Set(figures.map(({ sectionName }) => sectionName))];
  return (
    <section className="card" aria-labelledby="figures-title">
      <h2 id="figures-title">{date} 有效的政策</h2>
      {policy === null ? (
        <p>这一天还没有记录任何政策，请换一个日期。</p>
      ) : (
        <p className="quiet">
          版本 {policy.version}，指纹 <code>{policy.hash.slice(0, 12)}</code>
          。每一笔业务都留着当时的版本和指纹。
        </p>
      )}
      {sections.map((section) => {
        const own = figures.filter(({ sectionName }) => sectionName === section);
        return (
          <details key={section} className="policy-section" open={section === '居民医保缴费'}>
            <summary>
              {section} <span className="quiet">{countText(own)}</span>
            </summary>
            <DataTable
              caption={section}
              isTitled
              rows={own}
              rowKey={({ field, text }) => `${field}${text}`}
              empty="没有记录。"
              columns={[
                { title: '项目', cell: ({ name }) => name || section },
                { title: '内容', cell: ({ recorded, text }) => (recorded ? text : '没有记录') },
                {
                  title: '层级',
                  cell: (figure) => (
                    <>
                      {figure.layer && layerWords[figure.layer]}
                      <span className="quiet policy-details">{spanText(figure)}</span>
                    </>
                  ),
                },
                { title: '依据', cell: ({ source }) => source && <SourceNote source={source} /> },
              ]}
            />
          </details>
        );
      })}
    </section>
  );
}

function countText(figures: readonly PolicyFigure[]): string {
  const recorded = figures.filter((figure) => figure.recorded).length;
  const missing = figures.length - recorded;
  return [
    ...(recorded > 0 ? [`${recorded} 项有记录`] : []),
    ...(missing > 0 ? [`${missing} 项没有记录`] : []),
  ].join('，');
}
