export { loadLocality, type Locality } from './locality.ts';
