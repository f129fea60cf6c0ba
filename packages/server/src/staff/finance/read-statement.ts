// The statement of a person's account; a POST, so that the number stands in no log.
import { route } from '../../edge/route.ts';

export const readStatement = route('readStatement', 'money.work', ({ services, context, body }) =>
  services.finance.statement(context, body),
);
