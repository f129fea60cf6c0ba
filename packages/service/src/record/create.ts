// The calls about records, each in a transaction that sees the own area only and records the look.
import { RecordKind } from '@gongji/contract';
import type { ServiceDeps } from '../deps.ts';
import { transactAsStaff } from '../kernel/area-role.ts';
import { done, refuse } from '../kernel/result.ts';
import { withRight } from '../kernel/rights.ts';
import { findPerson } from '../person/store.ts';
import { findByNumber } from './find.ts';
import { accountOfPerson, personBody } from './person-view.ts';
import type { RecordService } from './service.ts';
import { recordSight, sightOf, sightsOf } from './sight.ts';
import { actionsOfSubject, stepsOfActions } from './story.ts';
import { bodyReaders } from './view.ts';

export function createRecordService(deps: Pick<ServiceDeps, 'pool' | 'cipher' | 'ledger'>): RecordService {
  const { pool, cipher, ledger } = deps;
  return {
    find: withRight('record.read', (context, query: string) =>
      transactAsStaff(pool, context.actor.area, async (client) => {
        const items = await findByNumber(client, cipher, query);
        const [first] = items;
        const of = first ? sightOf(first.kind, first.id) : null;
        await recordSight(client, cipher, context, {
          ...{ kind: 'searched', of, found: items.length },
          ...(first ? {} : { words: query }),
        });
        return done({ items });
      }),
    ),

    get: withRight('record.read', async (context, kindText: string, id: string) => {
      const kind = RecordKind.safeParse(kindText).data;
      if (!kind) return refuse('not-found');
      const { area } = context.actor;
      // Read before the transaction: the ledger reads on a connection of its own.
      const account = kind === 'person' ? await accountOfPerson(ledger, area, id) : undefined;
      return transactAsStaff(pool, area, async (client) => {
        const body = account
          ? await personBody(client, cipher, id, account)
          : await bodyReaders[kind as keyof typeof bodyReaders](client, cipher, id);
        if (!body) return refuse('not-found');
        await recordSight(client, cipher, context, { kind: 'viewed', of: sightOf(kind, id) });
        const actions = await actionsOfSubject(client, { subjectKind: kind, subjectId: id });
        const history = await stepsOfActions(client, cipher, actions);
        const sights = await sightsOf(client, cipher, kind, id);
        return done({ kind, id, ...body, history, sights });
      });
    }),

    reveal: withRight('record.read', (context, personNo: string, { reason }: { reason: string }) =>
      transactAsStaff(pool, context.actor.area, async (client) => {
        const person = await findPerson(client, cipher, personNo);
        if (!person) return refuse('not-found');
        const of = sightOf('person', personNo);
        await recordSight(client, cipher, context, { kind: 'revealed', of, words: reason });
        return done({ idNumber: person.idNumber, phone: person.phone ?? '' });
      }),
    ),
  };
}
