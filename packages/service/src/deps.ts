// What the services need from whoever wires them.
import type { FieldCipher } from '@gongji/database';
import type { Ledger } from '@gongji/ledger';
import type { PolicyLibrary } from '@gongji/policy';
import type { Pool } from 'pg';
import type { SignInLog } from './audit/sign-ins.ts';
import type { PolicyShelf } from './policy-desk/shelf.ts';
import type { Ports } from './kernel/ports.ts';

interface Log {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface ServiceDeps {
  /** A pool of the role `gongji_app`. */
  pool: Pool;
  ledger: Ledger;
  library: PolicyLibrary;
  /** Where `library` is from, when versions can be published; absent where nobody works at the policy desk. */
  policies?: PolicyShelf;
  cipher: FieldCipher;
  ports: Ports;
  /** Address under which people reach the product, without a slash at its end. */
  publicUrl: string;
  log: Log;
  /** Sign-ins are kept by whoever keeps the sessions. */
  signIns: SignInLog;
}
