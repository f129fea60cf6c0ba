// The calls of clearing; finance officers see the positions of their own area only.
import { clearMonth, readClearingEntries, readPositions } from '@gongji/ledger';
import type { ClearingPosition, JournalId } from '@gongji/ledger';
import type { ServiceDeps } from '../deps.ts';
import { transactAsStaff } from '../kernel/area-role.ts';
import { done } from '../kernel/result.ts';
import { withRight } from '../kernel/rights.ts';
import type { ClearingMonth, ClearingService } from './service.ts';

export function createClearingService({ pool }: Pick<ServiceDeps, 'pool'>): ClearingService {
  return {
    run: (month, { today, at }) => clearMonth(pool, { month, businessDate: today, at }),
    list: withRight('money.work', ({ actor: { area } }) =>
      transactAsStaff(pool, area, async (client) => done(monthsOf(await readPositions(client, { area })))),
    ),
    entries: withRight(
      'money.work',
      ({ actor: { area } }, month: string, otherArea: string, after?: JournalId) =>
        transactAsStaff(pool, area, async (client) =>
          done(await readClearingEntries(client, { month, area, otherArea }, after ? { after } : {})),
        ),
    ),
  };
}

function monthsOf(positions: readonly ClearingPosition[]): ClearingMonth[] {
  const months = new Map<string, ClearingMonth>();
  for (const position of positions) {
    const { month, fen } = position;
    const known = months.get(month) ?? { month, payFen: 0, receiveFen: 0, positions: [] };
    known.positions.push(position);
    if (fen > 0) known.payFen += fen;
    else known.receiveFen -= fen;
    months.set(month, known);
  }
  return [...months.values()];
}
