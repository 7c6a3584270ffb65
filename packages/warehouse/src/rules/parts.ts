/** First and last local day that a rule looks at; the last is the newest day of which anything is projected. */
export const from = 'toDate({from:String})';
export const to = 'toDate({to:String})';

/** The first moment of a day, Unix ms. */
export const startOf = (day: string): string => `toUnixTimestamp(toDateTime(${day}, 'Asia/Ho_Chi_Minh')) * 1000`;

/**
 * What a rule needs to know of stays beyond what they do on each day, as a query over `(facility_id, ref)` in `keys`. `assumed` = nobody has told when it ends: neither when
 * the guest left nor when they mean to. Times are Unix ms.
 */
export const staysOf = (keys: string): string => `
SELECT facility_id, ref, toUnixTimestamp64Milli(arrived_at) AS arrived, toDate(arrived_at, 'Asia/Ho_Chi_Minh') AS arrived_on, toHour(toTimeZone(arrived_at, 'Asia/Ho_Chi_Minh')) * 60 + toMinute(toTimeZone(arrived_at, 'Asia/Ho_Chi_Minh')) AS minute,
    departed_at <= toDateTime64(0, 3, 'UTC') AND expected_at <= toDateTime64(0, 3, 'UTC') AS assumed, unit_uid, toString(event_id) AS event, toUnixTimestamp64Milli(first_recorded_at) AS received
FROM raw_stays_v2 FINAL
PREWHERE (facility_id, ref) IN (${keys})`;

/** Whether a night is told of a stay of `staysOf`, and not only assumed because nobody has told its end. */
export const isTold = (night: string): string => `(NOT assumed OR ${night} < arrived_on + {nightsWithoutEnd:UInt32})`;
