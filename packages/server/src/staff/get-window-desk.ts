// What the person at the window would see in the app.
import { route } from '../edge/route.ts';

export const getWindowDesk = route('getWindowDesk', 'window.work', ({ services, context, params }) =>
  services.window.desk(context, params.personNo),
);
