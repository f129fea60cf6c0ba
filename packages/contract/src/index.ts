// The HTTP contract: schemas, endpoints and the error catalogue.
export * from './endpoints.ts';
export * from './errors.ts';
export * from './paths.ts';
export * from './rights.ts';
export * from './schemas/application.ts';
export * from './schemas/common.ts';
export * from './schemas/institution.ts';
export * from './schemas/out-of-area.ts';
export * from './schemas/person.ts';
export * from './schemas/premium.ts';
export * from './schemas/relation.ts';
export * from './schemas/review.ts';
export * from './schemas/session.ts';
export * from './schemas/staff-account.ts';
export * from './schemas/till.ts';
export * from './schemas/usage.ts';
export * from './words.ts';
