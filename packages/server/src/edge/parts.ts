// What the routes are made of: everything that the wiring hands to the HTTP edge.
import type { Services } from '@gongji/service';
import type { BusinessClock } from '../clock.ts';
import type { EventHub } from '../events/hub.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { SessionStore } from '../session/store.ts';
import type { SignIn } from '../sign-in/provider.ts';
import type { TicketStore } from '../bridge/store.ts';
import type { hostIdentityOverHttp, walletOverHttp } from '../ports/host-ports.ts';
import type { InstitutionLimit } from './institution-limit.ts';
import type { SigningKeys } from '../receipt/code.ts';
import type { RateLimit } from './rate-limit.ts';

export interface Parts {
  services: Services;
  sessions: SessionStore;
  signIn: SignIn;
  /** Tickets of the bridge to native shells. */
  tickets: TicketStore;
  /** Who a host's code stands for. */
  hostIdentity: ReturnType<typeof hostIdentityOverHttp>;
  /** What a host's cashier needs to take an order's cash. */
  wallet: ReturnType<typeof walletOverHttp>;
  clock: BusinessClock;
  /** The real time: for sessions, signatures and limits, which a demonstration's day does not move. */
  realNow: () => Date;
  events: EventHub;
  metrics: Metrics;
  /** Opens /metrics to whoever sends it; null: to programs on this machine. */
  metricsToken: string | null;
  log: Log;
  /** Address under which people reach the product, without a slash at its end. */
  publicUrl: string;
  /** Sign the receipts that we print. */
  receiptKeys: SigningKeys;
  /** One bucket for each session, one for each address without a session, one for each institution's software. */
  limits: { session: RateLimit; address: RateLimit; institution: InstitutionLimit };
  /** Whether requests can be served, asked by the readiness check. */
  isReady: () => Promise<boolean>;
  /** Folders of the built pages. */
  pages: { citizen: string; staff: string };
}
