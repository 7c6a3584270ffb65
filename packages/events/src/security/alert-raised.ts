import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { AlertRaisedV1 } from './alert-raised.v1.ts';

/** The current version of `vn.da06.alert.raised`. */
export const alertRaisedType = 'vn.da06.alert.raised.v1';
export const AlertRaisedData = AlertRaisedV1;
export type AlertRaisedData = z.infer<typeof AlertRaisedData>;
export type AlertRaised = EventOf<typeof alertRaisedType, AlertRaisedData>;
