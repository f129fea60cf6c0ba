// Shows a relative's insurance code; every showing is on record.
import { route } from '../edge/route.ts';

export const showFamilyCode = route('showFamilyCode', 'person', ({ services, context, params }) =>
  services.familyAccount.showCode(context, params.linkId),
);
