// Relations by kind and where relatives are insured.
import { route } from '../../edge/route.ts';

export const getRelationReport = route('getRelationReport', 'report.read', ({ services, context }) =>
  services.report.relations(context),
);
