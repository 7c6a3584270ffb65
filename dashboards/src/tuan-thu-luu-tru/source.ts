import { lastDay, onBoundaries } from '../clickhouse/boundaries.ts';
import { inDays } from '../clickhouse/sql.ts';
import { facilityKinds, ofKind } from '../variables/kinds.ts';
import { ofPlace } from '../variables/places.ts';

/** Kinds that register stays: coaches tell of trips. */
export const stayKinds: readonly string[] = facilityKinds.map(({ value }) => String(value)).filter((kind) => kind !== 'coach');

/** Duty of the chosen days, of the whole or of the chosen units, all kinds together or the chosen ones: places and kinds are crossed. */
export const duty = `FROM ${onBoundaries('compliance_daily_at')} WHERE ${inDays()} AND ${ofPlace} AND ${ofKind}`;

/** Of facilities as they are now, those of the chosen units and kinds. */
export const ofPresent = '$__conditionalAll(unit_uid IN (${unit:singlequote}), $unit) AND $__conditionalAll(facility_kind IN (${kind:singlequote}), $kind)';

/** A figure of the last day that is shown, of all chosen places and kinds; `when` is that day, or the last night. */
export const onLastDay = (figure: string, when = lastDay): string => `SELECT if(count() = 0, NULL, ${figure}) AS value ${duty} AND ${when}`;
