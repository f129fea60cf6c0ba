// Money by month, purpose and source, and between areas.
import { route } from '../../edge/route.ts';

export const getMoneyReport = route('getMoneyReport', 'report.read', ({ services, context, params }) =>
  services.report.money(context, params.from, params.to),
);
