// Says that this is a demonstration and which day it plays on.
import { formatDate } from '../shared/time.ts';

export function DemoBanner({ today }: { today: string }) {
  return (
    <aside className="demo-banner" aria-label="演示说明">
      <strong>演示环境</strong>
      业务日期 {formatDate(today)}，人物和单位均为虚构
    </aside>
  );
}
