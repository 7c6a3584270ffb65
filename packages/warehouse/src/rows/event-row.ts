import { stayCancelledType, stayCheckedInType, type Envelope } from '@da06/events';
import { createRowWriter } from './row-writer.ts';
import { isWhole, writeGroups, writeWhole, type Ordered, type StayEventData } from './stay-registers.ts';

type StayData = StayEventData & { readonly facility: string; readonly ref: string; readonly registrationNumber: string; readonly faults: readonly { readonly code: string }[] };

const epoch = 0;

/**
 * Makes rows of `raw_inbox_v2` in RowBinary, column by column in its order: what the tables need of an event, and nothing else of it (the sealed identity
 * stays outside). Give it events that passed the door, in their current version.
 * @throws AppError `warehouse.rejected` for what fits no column, such as the 30th of February.
 */
export const createRowEncoder = (): ((event: Envelope) => Uint8Array) => {
  const to = createRowWriter();

  const writeEnvelope = ({ id, type, subject, time, recordedtime, sequence }: Envelope, facility: string, ref: string): void => {
    to.uuid(id);
    to.text(type);
    to.text(subject);
    to.text(facility);
    to.text(ref);
    to.instant(time);
    to.instant(recordedtime);
    to.raw(sequence);
  };

  const writeStay = (event: Envelope): void => {
    const data = event.data as unknown as StayData;
    const { groups, sets } = data;
    const ordered: Ordered = { id: event.id, sequence: event.sequence, data };
    const checkIn = event.type === stayCheckedInType;
    const whole = checkIn && isWhole(data);
    writeEnvelope(event, data.facility, data.ref);
    to.varint(data.faults.length);
    for (const { code } of data.faults) to.text(code);
    to.text(data.registrationNumber);
    if (whole) to.sized(() => writeWhole(to, ordered));
    else to.varint(0);
    writeGroups(to, ordered, whole ? 'whole' : checkIn ? 'check-in' : event.type === stayCancelledType ? 'cancelled' : 'other');
    to.text(sets.includes('person') ? (groups.person?.personKey ?? '') : '');
    if (groups.arrival !== undefined && sets.includes('arrival')) to.instant(groups.arrival.at);
    else to.i64(epoch);
    const { expectedDeparture = null, departure = null } = groups;
    const ends = expectedDeparture === null || (departure !== null && departure > expectedDeparture) ? departure : expectedDeparture;
    if (ends === null) to.i64(epoch);
    else to.instant(ends);
    to.u8((checkIn || sets.includes('expectedDeparture')) && expectedDeparture === null ? 1 : 0);
    to.text('');
  };

  const writeOther = (event: Envelope): void => {
    const { facility, id } = event.data;
    writeEnvelope(event, String((event.type.startsWith('vn.da06.facility.') ? id : facility) ?? ''), '');
    to.varint(0);
    to.text('');
    to.text('');
    to.varint(0);
    to.text('');
    to.i64(epoch);
    to.i64(epoch);
    to.u8(0);
    to.text(JSON.stringify(event.data));
  };

  return (event) => {
    try {
      if (event.type.startsWith('vn.da06.stay.')) writeStay(event);
      else writeOther(event);
    } catch (cause) {
      to.abandon();
      throw cause;
    }
    return to.finish();
  };
};
