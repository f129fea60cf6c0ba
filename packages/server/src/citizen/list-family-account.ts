// 亲情账户: whose codes this person may show, and who may show this person's.
import { route } from '../edge/route.ts';

export const listFamilyAccount = route('listFamilyAccount', 'person', ({ services, context }) =>
  services.familyAccount.list(context),
);
