// POST, GET and DELETE /faults: orders faults for one simulator, lists them, takes them away.
import type { OutsideApp } from '../http/app.ts';
import { readBody } from '../http/body.ts';
import { FaultOrder } from './fault-list.ts';
import type { FaultList } from './fault-list.ts';

export function addFaultRoutes(app: OutsideApp, faults: FaultList): void {
  app.post('/faults', async (context) => {
    const body = await readBody(context, FaultOrder);
    if (!body.ok) return context.json({ reason: body.reason }, 400);
    const added = faults.add(body.value);
    if (!added.ok) return context.json({ reason: added.reason }, 400);
    return context.json({ faults: faults.list() }, 201);
  });
  app.get('/faults', (context) => context.json({ faults: faults.list() }));
  app.delete('/faults', (context) => {
    faults.clear();
    return context.json({ faults: [] });
  });
}
