import type { RowWriter } from './row-writer.ts';
import { bit, groupNames, slot, type GroupName, type StayRead } from './stay-reader.ts';

const none = 0;
const flag = (value: boolean): number => (value ? 0x31 : 0x30);
const millis = ({ slots }: StayRead, of: number): number => slots.millis[of] ?? none;
const time = (to: RowWriter, stay: StayRead, of: number): void => to.i64(millis(stay, of));
const textOf = ({ slots, bytes }: StayRead, of: number): string => Buffer.from(bytes().buffer, bytes().byteOffset + (slots.from[of] ?? 0), (slots.to[of] ?? 0) - (slots.from[of] ?? 0)).toString('utf8');
const text = (to: RowWriter, { slots, bytes }: StayRead, of: number): void => to.copy(bytes(), slots.from[of] ?? 0, slots.to[of] ?? 0);
const sizedText = (to: RowWriter, { slots, bytes }: StayRead, of: number): void => to.text(bytes(), slots.from[of] ?? 0, slots.to[of] ?? 0);
const texts = (to: RowWriter, stay: StayRead, of: readonly number[]): void => {
  for (let index = 0; index < of.length; index += 1) {
    if (index > 0) to.u8(none);
    text(to, stay, of[index] ?? none);
  }
};

/**
 * Order as bytes that compare as events do: `whole_order` of raw_stays_v2. Ids compare with their second half first, as in `compareOrder` of the domain. A
 * group that is yielded has an order below everything that was set.
 */
const writeOrder = (to: RowWriter, stay: StayRead, yields: boolean): void => {
  const { slots, revision } = stay;
  const bytes = stay.bytes();
  if (yields) {
    to.u32BE(none);
    to.i64(none);
  } else {
    to.u32BE(revision);
    to.hex(bytes, slots.from[slot.sequence] ?? 0, slots.to[slot.sequence] ?? 0);
  }
  const id = slots.from[slot.id] ?? 0;
  to.hex(bytes, id + 19, id + 36);
  to.hex(bytes, id, id + 18);
};

const writeArrival = (to: RowWriter, stay: StayRead): void => {
  time(to, stay, slot.arrivedAt);
  time(to, stay, slot.dueDomestic);
  time(to, stay, slot.dueForeign);
  to.u8(flag(stay.timeKnown));
};

const writeNotified = (to: RowWriter, stay: StayRead): void => {
  time(to, stay, slot.notifiedAt);
  to.u8(flag(stay.notifiedValid));
};

const wholeTexts = [slot.facilityKind, slot.personKey, slot.documentKind, slot.nationality, slot.sex, slot.province, slot.ward, slot.unit, slot.room, slot.reason, slot.captured];

/** The register `whole`; its places stand in the ALIAS columns of raw_stays_v2. */
const writeWhole = (to: RowWriter, stay: StayRead): void => {
  writeOrder(to, stay, false);
  writeArrival(to, stay);
  time(to, stay, slot.expectedDeparture);
  time(to, stay, slot.permittedUntil);
  writeNotified(to, stay);
  to.u16(stay.birthYear);
  to.u8(flag(stay.tourism));
  texts(to, stay, wholeTexts);
};

type Value = (to: RowWriter, stay: StayRead) => void;

/** How the value of a single group lies behind its order: the same places as in `whole`, its texts last. */
const values: Readonly<Record<GroupName | 'event' | 'facility', Value>> = {
  person: (to, stay) => texts(to, stay, [slot.personKey, slot.documentKind]),
  nationality: (to, stay) => text(to, stay, slot.nationality),
  sex: (to, stay) => text(to, stay, slot.sex),
  birthYear: (to, { birthYear }) => to.u16(birthYear),
  residence: (to, stay) => texts(to, stay, [slot.province, slot.ward]),
  arrival: (to, stay) => {
    writeArrival(to, stay);
    text(to, stay, slot.unit);
  },
  expectedDeparture: (to, stay) => time(to, stay, slot.expectedDeparture),
  departure: (to, stay) => time(to, stay, slot.departure),
  permittedUntil: (to, stay) => time(to, stay, slot.permittedUntil),
  room: (to, stay) => text(to, stay, slot.room),
  reason: (to, stay) => text(to, stay, slot.reason),
  notified: writeNotified,
  captured: (to, stay) => text(to, stay, slot.captured),
  cancelled: (to, { kind }) => to.u8(flag(kind === 'cancelled')),
  event: () => {},
  facility: (to, stay) => {
    to.u8(flag(stay.tourism));
    text(to, stay, slot.facilityKind);
  },
};
const nameBytes = new Map(Object.keys(values).map((name) => [name, new TextEncoder().encode(name)]));

const cancelled = bit('cancelled');
const departure = bit('departure');
const person = bit('person');
const arrival = bit('arrival');
const expectedDeparture = bit('expectedDeparture');
/** What `whole` holds: every group but the departure, which most check-ins do not name. */
const wholeMask = groupNames.reduce((mask, name) => mask | bit(name), 0) & ~departure & ~cancelled;

/** Whether a check-in sets every group of `whole` at its own order. Others go to the registers of single groups. */
const isWhole = ({ kind, sets, yields }: StayRead): boolean => kind === 'checked-in' && (sets & wholeMask) === wholeMask && (yields & ~departure) === 0;

/** The registers of single groups that an event writes, as bits; `event` and `facility` stand behind the groups. */
const singlesOf = ({ kind, sets, yields }: StayRead, whole: boolean): readonly (GroupName | 'event' | 'facility')[] => {
  if (whole) return (sets & departure) === 0 ? nothing : onlyDeparture;
  const own = groupNames.filter((name) => (name === 'cancelled' ? kind === 'cancelled' || (kind === 'checked-in' && (yields & cancelled) === 0) : (sets & bit(name)) !== 0));
  return kind === 'checked-in' ? [...own, 'event', 'facility'] : [...own, 'event'];
};
const nothing: readonly GroupName[] = [];
const onlyDeparture: readonly GroupName[] = ['departure'];

const yieldsGroup = ({ yields }: StayRead, name: GroupName | 'event' | 'facility'): boolean => yields > 0 && name !== 'cancelled' && name !== 'event' && name !== 'facility' && (yields & bit(name)) !== 0;

/** Writes the row of an event of a stay. @returns which stay it is. */
export const writeStay = (to: RowWriter, stay: StayRead): { readonly facility: string; readonly ref: string } => {
  const { slots, codes, kind, sets } = stay;
  const bytes = stay.bytes();
  const whole = isWhole(stay);
  to.uuid(bytes, slots.from[slot.id] ?? 0);
  for (const one of [slot.type, slot.subject, slot.facility, slot.ref]) sizedText(to, stay, one);
  time(to, stay, slot.time);
  time(to, stay, slot.recordedtime);
  text(to, stay, slot.sequence);
  to.varint(codes.length / 2);
  for (let index = 0; index < codes.length; index += 2) to.text(bytes, codes[index] ?? 0, codes[index + 1] ?? 0);
  sizedText(to, stay, slot.registrationNumber);
  if (whole) {
    const from = to.open();
    writeWhole(to, stay);
    to.fill(from);
  } else to.varint(none);
  const singles = singlesOf(stay, whole);
  to.varint(singles.length);
  for (const name of singles) {
    const named = nameBytes.get(name) as Uint8Array;
    to.text(named, 0, named.length);
    const from = to.open();
    writeOrder(to, stay, yieldsGroup(stay, name));
    values[name](to, stay);
    to.fill(from);
  }
  if ((sets & person) === 0) to.varint(none);
  else sizedText(to, stay, slot.personKey);
  to.i64((sets & arrival) === 0 ? none : millis(stay, slot.arrivedAt));
  const expected = millis(stay, slot.expectedDeparture);
  to.i64(Math.max(expected, millis(stay, slot.departure)));
  to.u8((kind === 'checked-in' || (sets & expectedDeparture) !== 0) && expected === none ? 1 : 0);
  to.varint(none);
  return { facility: textOf(stay, slot.facility), ref: textOf(stay, slot.ref) };
};
