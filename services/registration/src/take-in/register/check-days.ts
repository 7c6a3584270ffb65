import { isOverTwoYears, localDay, parseStayTime } from '@da06/domain';
import type { Code } from '@da06/errors';
import { textOf } from '../fields/claim.ts';
import { shown } from '../fields/read-field.ts';
import type { Finding } from '../types.ts';
import type { RecordClaim, RecordField, RecordPointers } from './record-claim.ts';

/** Days that a register can hold: nobody alive moved in before, and no residence is told so far ahead. */
const first = '1900-01-01';
const last = '2200-01-01';

/** Where the fields of one record stand, and what is found about them. */
export type Telling = { readonly claim: RecordClaim; readonly pointers: RecordPointers; readonly found: Finding[] };

/** Says something of a field, with what it held. */
export const tell = ({ claim, pointers, found }: Telling, field: RecordField, code: Code): void => {
  const value = textOf(claim[field]);
  found.push(value === undefined ? { pointer: pointers[field], code } : { pointer: pointers[field], code, received: shown(value) });
};

/** The local day a field names, YYYY-MM-DD; undefined if it names none, or one that was refused. */
export const readDay = (telling: Telling, field: RecordField): string | undefined => {
  const text = textOf(telling.claim[field]);
  if (text === undefined) return undefined;
  const moment = parseStayTime(text);
  if (moment === undefined) {
    tell(telling, field, 'date.format');
    return undefined;
  }
  const day = localDay(moment.at);
  if (day >= first && day < last) return day;
  tell(telling, field, 'record.day-out-of-range');
  return undefined;
};

/** The day from which a record holds: it is reported after it has come, not before. */
export const readOn = (telling: Telling, today: string): string | undefined => {
  const on = readDay(telling, 'on');
  if (on !== undefined && on > today) tell(telling, 'on', 'record.on-in-future');
  return on;
};

/** The last day of what begins on a day; '' = not told. */
export const readUntil = (telling: Telling, on: string, isTemporary: boolean): string => {
  const until = readDay(telling, 'until');
  if (until === undefined) return '';
  if (until < on) tell(telling, 'until', 'record.until-before-on');
  else if (isTemporary && isOverTwoYears(on, until)) tell(telling, 'until', 'residence.over-two-years');
  return until;
};
