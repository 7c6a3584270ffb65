import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { BusinessRegisteredV1 } from './business-registered.v1.ts';

/** The current version of `vn.da06.business.registered`. */
export const businessRegisteredType = 'vn.da06.business.registered.v1';
export const BusinessRegisteredData = BusinessRegisteredV1;
export type BusinessRegisteredData = z.infer<typeof BusinessRegisteredData>;
export type BusinessRegistered = EventOf<typeof businessRegisteredType, BusinessRegisteredData>;
