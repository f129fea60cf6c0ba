// A chart with its figures as a table beneath: the table is what is read aloud and what leads to the lists.
import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import { Loading } from '../shared/Loading.tsx';
import type { EChartProps } from './EChart.tsx';

const EChart = lazy(() => import('./EChart.tsx'));

interface ChartCardProps extends EChartProps {
  title: string;
  /** False where there is nothing to draw. */
  hasData: boolean;
  children: ReactNode;
}

export function ChartCard({ title, hasData, children, ...chart }: ChartCardProps) {
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      {hasData && (
        <Suspense fallback={<Loading what="正在画图" />}>
          <EChart {...chart} />
        </Suspense>
      )}
      {children}
    </section>
  );
}
