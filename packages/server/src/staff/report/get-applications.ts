// Applications of a month in numbers.
import { route } from '../../edge/route.ts';

export const getApplicationReport = route(
  'getApplicationReport',
  'report.read',
  ({ services, context, params }) => services.report.applications(context, params.month),
);
