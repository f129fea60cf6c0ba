// Draws one chart with ECharts; in a chunk of its own, with only the parts that the dashboards use.
import { BarChart, LineChart, SankeyChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import type { EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

register([
  ...[BarChart, LineChart, SankeyChart, SVGRenderer],
  ...[AriaComponent, GridComponent, LegendComponent, TooltipComponent],
]);

export interface EChartProps {
  option: EChartsCoreOption;
  /** What the chart shows, in one sentence; the figures stand in the table beneath. */
  label: string;
}

const ground: EChartsCoreOption = {
  animation: false,
  color: ['#0f5f6b', '#b3541e', '#1c6b37', '#5b4b8a', '#8a5000', '#566268'],
  // Patterns beside the colours, so that bars are told apart without them.
  aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
};

export default function EChart({ option, label }: EChartProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return undefined;
    const chart = init(place.current, undefined, { renderer: 'svg' });
    chart.setOption({ ...ground, ...option });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(place.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [option]);
  return (
    <div role="img" aria-label={label}>
      <div ref={place} className="chart" />
    </div>
  );
}
