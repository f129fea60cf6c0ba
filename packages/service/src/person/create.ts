// The calls about people, institutions and staff, wired to the database and the ledger.
import type { ServiceDeps } from '../deps.ts';
import { institutionByAccessKey } from '../institution/key.ts';
import { done, refuse } from '../kernel/result.ts';
import { importFunds, importInstitutions, importPeople, importStaff } from './import.ts';
import { findStaff } from './institution.ts';
import { markOf } from './mark.ts';
import { meOf } from './me.ts';
import type { PersonService } from './service.ts';
import { findPerson, findPersonByIdNumber, keysFit } from './store.ts';

export function createPersonService({ pool, cipher, ledger, library }: ServiceDeps): PersonService {
  return {
    async me(context) {
      if (context.actor.kind !== 'person') return refuse('not-allowed');
      const person = await findPerson(pool, cipher, context.actor.personNo);
      return person ? done(await meOf(ledger, library, person, context.today)) : refuse('not-found');
    },
    async mark(personNo) {
      const person = await findPerson(pool, cipher, personNo);
      return person && markOf(person);
    },
    findByIdNumber: (idNumber) => findPersonByIdNumber(pool, cipher, idNumber),
    find: (personNo) => findPerson(pool, cipher, personNo),
    keysFit: () => keysFit(pool, cipher),
    import: (people, at) => importPeople(pool, cipher, ledger, people, at),
    importFunds: (funds, at) => importFunds(ledger, funds, at),
    importInstitutions: (institutions) => importInstitutions(pool, cipher, institutions),
    importStaff: (staff) => importStaff(pool, cipher, staff),
    institutionByAccessKey: (accessKey) => institutionByAccessKey(pool, cipher, accessKey),
    staff: (staffNo) => findStaff(pool, cipher, staffNo),
  };
}
