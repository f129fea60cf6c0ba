// Starts the simulators that are asked for, each on its own port counted from the base port.
import { sampleClient } from '@gongji/sample';
import { startCashChannel } from './cash/cash-channel.ts';
import { createClock } from './clock.ts';
import type { RunningPart } from './http/listen.ts';
import { startHospital } from './hospital/hospital.ts';
import { startIdentity } from './identity/identity.ts';
import { startRegistry } from './registry/registry.ts';
import { startSms } from './sms/sms.ts';
import { startTaxBureau } from './tax/tax-bureau.ts';

/** In the order of their ports. */
export const partNames = ['identity', 'registry', 'tax', 'cash', 'sms', 'hospital'] as const;
export type PartName = (typeof partNames)[number];

export interface OutsideOptions {
  /** 0 gives every part a free port. */
  basePort: number;
  /** The product's address without a slash at the end. */
  publicUrl: string;
  /** Where orders, payments, messages and keys are kept; undefined keeps nothing. */
  dataDirectory?: string | undefined;
  /** The day that the simulators' answers carry, YYYY-MM-DD; undefined is the machine's. */
  day?: string | undefined;
  clientSecret?: string | undefined;
}

export function startPart(name: PartName, options: OutsideOptions): Promise<RunningPart> {
  const { basePort, publicUrl, dataDirectory } = options;
  const port = basePort === 0 ? 0 : basePort + partNames.indexOf(name);
  const clock = createClock(options.day);
  switch (name) {
    case 'identity': {
      const client = { id: sampleClient.id, secret: options.clientSecret ?? sampleClient.secret };
      return startIdentity({ port, publicUrl, client, dataDirectory });
    }
    case 'registry':
      return startRegistry({ port });
    case 'tax':
      return startTaxBureau({ port, clock, dataDirectory });
    case 'cash':
      return startCashChannel({ port, clock, dataDirectory });
    case 'sms':
      return startSms({ port, clock, dataDirectory });
    case 'hospital':
      return startHospital({ port, clock, dataDirectory });
  }
}
