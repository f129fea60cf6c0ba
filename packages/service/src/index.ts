// The services: one folder for each business noun; `createServices` is what the server calls.
import type { ApplicationService } from './application/service.ts';
import type { AreaService } from './area/service.ts';
import type { PersonService } from './person/service.ts';
import type { PhotoService } from './photo/service.ts';
import type { RelationService } from './relation/service.ts';
import type { ReviewService } from './review/service.ts';

export type { ServiceDeps } from './deps.ts';
export type { Actor, Context } from './kernel/context.ts';
export type {
  CashChannelPort,
  InsuredPerson,
  Ports,
  RegistryPort,
  Silent,
  SmsPort,
  TaxBureauPort,
} from './kernel/ports.ts';
export { done, refuse } from './kernel/result.ts';
export type { Refusal, Result } from './kernel/result.ts';

export interface Services {
  person: PersonService;
  area: AreaService;
  photo: PhotoService;
  application: ApplicationService;
  review: ReviewService;
  relation: RelationService;
  /** Finishes what is under way and stops. */
  close(): Promise<void>;
}
