/** Pieces of SQL that the statements of the district share: expressions over texts of SQL. */

/** A moment of Unix milliseconds. */
export const at = (milliseconds: number | string): string => `fromUnixTimestamp64Milli(toInt64(${milliseconds}), 'UTC')`;

export const uuid = (number: string): string => `reinterpretAsUUID(reinterpretAsFixedString(toUInt128(${number})))`;

/** A hybrid clock's text at a moment. */
export const sequence = (milliseconds: number | string, counter: string): string => `lower(hex(bitShiftLeft(toUInt64(${milliseconds}), 16) + ${counter}))`;

/** Milliseconds as the eight bytes that registers of stays hold. */
export const bytes = (milliseconds: string): string => `reinterpretAsFixedString(toInt64(${milliseconds}))`;

export const flag = (condition: string): string => `if(${condition}, '1', '0')`;

/** The order before each register of a stay: revision, sequence, id (raw_stays_v2). */
export const order = (revision: string, clock: string, id: string): string => `concat(reverse(reinterpretAsFixedString(toUInt32(${revision}))), unhex(${clock}), reverse(reinterpretAsFixedString(${id})))`;

/** Texts of a register, one after another. */
export const texts = (all: readonly string[]): string => all.join(", '\\0', ");

/** An insert of events that are not of a stay: their data as JSON. */
export const otherEvents = 'INSERT INTO da06.raw_inbox_v2 (id, type, subject, facility_id, occurred_at, recorded_at, sequence, data)';
