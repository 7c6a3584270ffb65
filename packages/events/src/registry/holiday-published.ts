import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { HolidayPublishedV1 } from './holiday-published.v1.ts';

/** The current version of `vn.da06.holiday.published`. */
export const holidayPublishedType = 'vn.da06.holiday.published.v1';
export const HolidayPublishedData = HolidayPublishedV1;
export type HolidayPublishedData = z.infer<typeof HolidayPublishedData>;
export type HolidayPublished = EventOf<typeof holidayPublishedType, HolidayPublishedData>;
