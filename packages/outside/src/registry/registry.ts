// The civil registry and the national insurance register: identity, kinship and insurance of the sample people.
import { z } from 'zod';
import { createFaultList } from '../fault/fault-list.ts';
import { addFaultRoutes } from '../fault/fault-routes.ts';
import { reply, runWithBody } from '../fault/operation.ts';
import { createOutsideApp, listenerOf } from '../http/app.ts';
import { listen } from '../http/listen.ts';
import type { RunningPart } from '../http/listen.ts';
import { knownPeople } from '../people.ts';
import { findKinship } from './kinship.ts';

const IdentityBody = z.object({ name: z.string().min(1), idNumber: z.string().min(1) });
const KinshipBody = z.object({
  giverIdNumber: z.string().min(1),
  memberIdNumber: z.string().min(1),
  relation: z.enum(['spouse', 'parent', 'child', 'sibling', 'grandparent', 'grandchild']),
});
const InsuranceBody = z.object({ idNumber: z.string().min(1) });

export function startRegistry(options: { port: number }): Promise<RunningPart> {
  const known = knownPeople();
  const operations = ['identity', 'kinship', 'insurance'] as const;
  const faults = createFaultList({ operations, mainOperations: operations, byIdNumber: true });
  const app = createOutsideApp('户籍与参保登记');
  addFaultRoutes(app, faults);

  app.post('/identity/check', (context) =>
    runWithBody(context, faults, IdentityBody, {
      name: 'identity',
      act: ({ name, idNumber }) => {
        const person = known.byIdNumber(idNumber);
        if (!person) return reply({ result: 'unknown' });
        return reply({ result: person.name === name ? 'match' : 'mismatch' });
      },
      refuse: () => reply({ result: 'mismatch' }),
    }),
  );

  app.post('/kinship/check', (context) =>
    runWithBody(context, faults, KinshipBody, {
      name: 'kinship',
      act: ({ giverIdNumber, memberIdNumber, relation }) =>
        reply({ result: findKinship(known, giverIdNumber, memberIdNumber, relation) }),
      refuse: () => reply({ result: 'contradicted' }),
    }),
  );

  app.post('/insurance/find', (context) =>
    runWithBody(context, faults, InsuranceBody, {
      name: 'insurance',
      act: ({ idNumber }) => {
        const person = known.byIdNumber(idNumber);
        if (!person) return reply({ found: false });
        const { personNo, name, area, areaName, scheme, retired, status, group, student } = person;
        const { bornOn, chronic, registrations, filings, insuredPriorYears, missedYears } = person;
        return reply({
          found: true,
          ...{ personNo, name, area, areaName, scheme, retired, status, group, student },
          ...{ bornOn, chronic, registrations, filings, insuredPriorYears, missedYears },
        });
      },
      refuse: () => reply({ found: false }),
    }),
  );

  return listen(options.port, () => listenerOf(app));
}
