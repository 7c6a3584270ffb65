import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { AlertConfirmedV1 } from './alert-confirmed.v1.ts';

/** The current version of `vn.da06.alert.confirmed`. */
export const alertConfirmedType = 'vn.da06.alert.confirmed.v1';
export const AlertConfirmedData = AlertConfirmedV1;
export type AlertConfirmedData = z.infer<typeof AlertConfirmedData>;
export type AlertConfirmed = EventOf<typeof alertConfirmedType, AlertConfirmedData>;
