// The list behind a number.
import { route } from '../../edge/route.ts';

export const readReportList = route('readReportList', 'report.read', ({ services, context, body }) =>
  services.report.list(context, body),
);
