// Money by month, purpose and source, and the flows between areas.
import type { MoneyReport, MoneySource, Purpose } from '@gongji/contract';
import { areaName } from '../area/insured-areas.ts';
import { daysOf } from '../finance/calendar.ts';
import type { Queryable } from '../kernel/transact.ts';

interface Row {
  month: string;
  purpose: Purpose;
  source: MoneySource;
  fromArea: string;
  toArea: string;
  isBack: boolean;
  payments: number;
  fen: number;
}

export async function readMoney(client: Queryable, from: string, to: string): Promise<MoneyReport> {
  const { rows } = await client.query<Row>({
    name: 'report-money',
    text: `select month, purpose, source, from_area as "fromArea", to_area as "toArea", is_back as "isBack", payments, fen
      from gongji.report_money($1, $2)`,
    values: [daysOf(from).from, daysOf(to).to],
  });
  const sums = new Map<string, MoneyReport['rows'][number]>();
  const flows = new Map<string, MoneyReport['flows'][number]>();
  for (const { month, purpose, source, fromArea, toArea, isBack, payments, fen } of rows) {
    const signed = isBack ? -fen : fen;
    const name = `${month}|${purpose}|${source}`;
    const sum = sums.get(name) ?? { month, purpose, source, payments: 0, returns: 0, fen: 0 };
    sums.set(name, sum);
    sum[isBack ? 'returns' : 'payments'] += payments;
    sum.fen += signed;
    const way = `${fromArea}|${toArea}`;
    const flow = flows.get(way) ?? {
      ...{ fromArea, fromName: areaName(fromArea), toArea, toName: areaName(toArea), fen: 0 },
    };
    flows.set(way, flow);
    flow.fen += signed;
  }
  return {
    ...{ from, to },
    rows: [...sums.values()].sort((a, b) =>
      `${a.month}${a.purpose}${a.source}`.localeCompare(`${b.month}${b.purpose}${b.source}`),
    ),
    flows: [...flows.values()].sort((a, b) => b.fen - a.fen),
  };
}
