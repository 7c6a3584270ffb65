export { loadLocality, type Locality } from './locality.ts';
export type { Labels, PortalCode } from './labels.ts';
