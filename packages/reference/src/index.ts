export { defaultPackDir } from './load-pack.ts';
export { loadLocality, type Locality } from './locality.ts';
export type { FacilityKind, Unit } from './schema.ts';
