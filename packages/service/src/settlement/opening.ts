// Opening data: what the pooled funds hold when the books begin; done again, it changes nothing.
import type { Ledger } from '@gongji/ledger';
import { dayText } from '../kernel/instant.ts';
import { fundAccount } from './money.ts';
import type { FundImport } from './service.ts';

/** Posted once by key `opening-fund:<scheme>` of the area; a later call with another amount changes nothing. */
export async function importFunds(ledger: Ledger, funds: readonly FundImport[], at: Date): Promise<void> {
  for (const { area, scheme, fen } of funds) {
    const outcome = await ledger.submit({
      type: 'post',
      key: `opening-fund:${scheme}`,
      area,
      kind: 'opening',
      reference: `fund:${scheme}`,
      businessDate: dayText(at),
      at,
      legs: [
        { account: { area, kind: 'contributions', owner: 'opening' }, amountFen: -fen },
        { account: fundAccount({ area, scheme }), amountFen: fen },
      ],
    });
    if (!outcome.ok && outcome.reason !== 'key-reused-with-other-content') {
      throw new Error(`The opening of the fund of ${area} was refused: ${outcome.reason}`);
    }
  }
}
