// What travels with one request through the middlewares.
import type { HttpBindings } from '@hono/node-server';
import type { Admitted } from './admit.ts';

export interface Environment {
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    /** The route's pattern, for logs and metrics; never the address itself, which may name somebody. */
    route: string;
    /** Set by `requireWho`. */
    admitted: Admitted;
  };
}
