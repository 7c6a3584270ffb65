import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { PersonLinkedV1 } from './person-linked.v1.ts';

/** The current version of `vn.da06.person.linked`. */
export const personLinkedType = 'vn.da06.person.linked.v1';
export const PersonLinkedData = PersonLinkedV1;
export type PersonLinkedData = z.infer<typeof PersonLinkedData>;
export type PersonLinked = EventOf<typeof personLinkedType, PersonLinkedData>;
