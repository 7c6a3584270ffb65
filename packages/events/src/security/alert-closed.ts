import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { AlertClosedV1 } from './alert-closed.v1.ts';

/** The current version of `vn.da06.alert.closed`. */
export const alertClosedType = 'vn.da06.alert.closed.v1';
export const AlertClosedData = AlertClosedV1;
export type AlertClosedData = z.infer<typeof AlertClosedData>;
export type AlertClosed = EventOf<typeof alertClosedType, AlertClosedData>;
