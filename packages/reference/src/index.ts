export { loadLocality, type Locality } from './locality.ts';
export type { Labels, PortalCode } from './labels.ts';
export type { AssignedReporter, Programme, ScheduledModel } from './programme/programme.ts';
export type { Agency, IndicatorDefinition } from './programme/schema.ts';
