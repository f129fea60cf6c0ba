// The sample world: fictional people, kinship, staff and institutions, for the demo, the simulators and the tests.
export { sampleCatalogueFile } from './catalogue.ts';
export { sampleClient, samplePin } from './sign-in.ts';
export type {
  SampleGroup,
  SampleInstitution,
  SampleKinship,
  SamplePart,
  SamplePerson,
  SampleRelation,
  SampleRelationKind,
  SampleStaff,
  SampleStaffRole,
  SampleWorld,
} from './types.ts';
export { samplePremiums, sampleVisits } from './visits.ts';
export { sampleWorld } from './world.ts';
