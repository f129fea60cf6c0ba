// What is owed to the institutions of the area.
import { route } from '../../edge/route.ts';

export const listPayables = route('listPayables', 'money.work', ({ services, context, params }) =>
  services.finance.payables(context, params.month),
);
