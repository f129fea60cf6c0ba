// The area's own lines of a journal.
import { route } from '../../edge/route.ts';

export const getJournal = route('getJournal', 'money.work', ({ services, context, params }) =>
  services.finance.journal(context, params.journalId),
);
