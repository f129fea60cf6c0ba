// How far the premium of a coverage year has come.
import { route } from '../../edge/route.ts';

export const getPremiumReport = route('getPremiumReport', 'report.read', ({ services, context, params }) =>
  services.report.premiums(context, params.coverageYear),
);
