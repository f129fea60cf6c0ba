// Relations of the area's givers by kind, and where their relatives are insured.
import type { Relation, RelationReport } from '@gongji/contract';
import { relationWords } from '@gongji/contract/words';
import { useMemo } from 'react';
import { useAnswer } from '../api/queries.ts';
import { AnswerBody } from '../finance/AnswerBody.tsx';
import { DataTable } from '../finance/DataTable.tsx';
import { PageTitle } from '../shared/PageTitle.tsx';
import { ChartCard } from './ChartCard.tsx';
import type { BoardProps } from './DashboardsArea.tsx';
import { NumberButton } from './NumberButton.tsx';

export function RelationsBoard({ open }: BoardProps) {
  const answer = useAnswer('getRelationReport');
  return (
    <>
      <PageTitle>绑定关系统计</PageTitle>
      <AnswerBody answer={answer} what="绑定关系">
        {({ rows }) => <Board rows={rows} open={open} />}
      </AnswerBody>
    </>
  );
}

interface Kind {
  relation: Relation;
  active: number;
  ended: number;
}

function Board({ rows, open }: RelationReport & Pick<BoardProps, 'open'>) {
  const kinds = useMemo(() => {
    const found = new Map<Relation, Kind>();
    for (const { relation, active, ended } of rows) {
      const kind = found.get(relation) ?? { relation, active: 0, ended: 0 };
      found.set(relation, { relation, active: kind.active + active, ended: kind.ended + ended });
    }
    return [...found.values()].sort((a, b) => b.active - a.active);
  }, [rows]);
  const option = useMemo(
    () => ({
      tooltip: { trigger: 'axis' },
      legend: { top: 0 },
      grid: { left: 8, right: 24, bottom: 8, top: 36, containLabel: true },
      xAxis: { type: 'value', minInterval: 1 },
      yAxis: { type: 'category', data: kinds.map(({ relation }) => relationWords[relation]), inverse: true },
      series: [
        { type: 'bar', name: '有效', data: kinds.map(({ active }) => active) },
        { type: 'bar', name: '已解除', data: kinds.map(({ ended }) => ended) },
      ],
    }),
    [kinds],
  );
  const cell = (state: 'active' | 'ended') => (kind: Kind) => {
    const label = `${relationWords[kind.relation]}，${state === 'active' ? '有效' : '已解除'}`;
    return (
      <NumberButton
        value={kind[state]}
        label={label}
        onOpen={() => open(label, { list: 'relations', relation: kind.relation, state })}
      />
    );
  };
  return (
    <>
      <ChartCard
        title="按关系"
        label="条形图：各种亲属关系的绑定数，数字见下表"
        option={option}
        hasData={kinds.length > 0}
      >
        <DataTable
          isTitled
          caption="各种亲属关系的绑定数"
          rows={kinds}
          rowKey={({ relation }) => relation}
          empty="还没有绑定关系。"
          columns={[
            { title: '家人是', cell: ({ relation }) => relationWords[relation] },
            { title: '有效', isNumber: true, cell: cell('active') },
            { title: '已解除', isNumber: true, cell: cell('ended') },
          ]}
        />
      </ChartCard>
      <section className="card" aria-labelledby="relation-areas">
        <h2 id="relation-areas">家人在哪里参保</h2>
        <DataTable
          isTitled
          caption="各种关系的家人在哪里参保"
          rows={rows}
          rowKey={({ relation, memberAreaName }) => `${relation}${memberAreaName}`}
          empty="还没有绑定关系。"
          columns={[
            { title: '家人是', cell: ({ relation }) => relationWords[relation] },
            { title: '参保地', cell: ({ memberAreaName }) => memberAreaName },
            { title: '有效', isNumber: true, cell: ({ active }) => active },
            { title: '已解除', isNumber: true, cell: ({ ended }) => ended },
          ]}
        />
      </section>
    </>
  );
}
