// A client of the designated-institution interface: signing, retries that cannot settle twice, typed messages and errors.
export { createInstitutionClient } from './client.ts';
export type { CallOptions, InstitutionClient, InstitutionClientOptions, Reply } from './client.ts';
export { GatewayRefusal, NoAnswer, Refused } from './errors.ts';
export { createMessageIds } from './message-id.ts';
export { headersFor, sm3Digest, stronglySigned } from './signing.ts';
export type { StrongSignature } from './signing.ts';
export type * from './messages.ts';
