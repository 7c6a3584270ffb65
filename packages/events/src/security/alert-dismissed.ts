import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { AlertDismissedV1 } from './alert-dismissed.v1.ts';

/** The current version of `vn.da06.alert.dismissed`. */
export const alertDismissedType = 'vn.da06.alert.dismissed.v1';
export const AlertDismissedData = AlertDismissedV1;
export type AlertDismissedData = z.infer<typeof AlertDismissedData>;
export type AlertDismissed = EventOf<typeof alertDismissedType, AlertDismissedData>;
