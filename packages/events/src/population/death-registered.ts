import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { DeathRegisteredV1 } from './death-registered.v1.ts';

/** The current version of `vn.da06.death.registered`. */
export const deathRegisteredType = 'vn.da06.death.registered.v1';
export const DeathRegisteredData = DeathRegisteredV1;
export type DeathRegisteredData = z.infer<typeof DeathRegisteredData>;
export type DeathRegistered = EventOf<typeof deathRegisteredType, DeathRegisteredData>;
