import { Shape } from '@da06/events';
import { base64, hexDigits, keyedHash, keyedHashOrNone, oneOf, registrationNumber, sized, uuid, wordFinder } from './checks.ts';
import { createJsonReader, type Check, type Field, type Read, type Slots } from './json-reader.ts';

/** The groups of fields of a stay, in the order of their bits in `sets` and `yields`. */
export const groupNames = ['person', 'nationality', 'sex', 'birthYear', 'residence', 'arrival', 'expectedDeparture', 'departure', 'permittedUntil', 'room', 'reason', 'notified', 'captured', 'cancelled'] as const;
export type GroupName = (typeof groupNames)[number];
export const bit = (name: GroupName): number => 1 << groupNames.indexOf(name);

const slotNames = [
  'passed', 'id', 'type', 'subject', 'time', 'recordedtime', 'sequence', 'facility', 'facilityKind', 'ref', 'registrationNumber', 'correctionReason', 'personKey', 'documentKind', 'nationality', 'sex',
  'province', 'ward', 'arrivedAt', 'unit', 'dueDomestic', 'dueForeign', 'expectedDeparture', 'departure', 'permittedUntil', 'room', 'reason', 'notifiedAt', 'captured', 'word',
] as const;
type SlotName = (typeof slotNames)[number];
export const slot = Object.fromEntries(slotNames.map((name, index) => [name, index])) as Readonly<Record<SlotName, number>>;

/** What was read of an event of a stay, until the next is read. Texts and times are in `slots`, as places in `bytes`. */
export type StayRead = {
  readonly slots: Slots;
  readonly bytes: () => Uint8Array;
  kind: 'checked-in' | 'corrected' | 'checked-out' | 'cancelled';
  sets: number;
  yields: number;
  revision: number;
  birthYear: number;
  tourism: boolean;
  timeKnown: boolean;
  notifiedValid: boolean;
  /** Places of the codes of faults: from, to, from, to… */
  readonly codes: number[];
};

/** Texts that go into a register: longer ones fit none. */
const packed = (check?: Check): Check => (bytes, from, to) => to - from <= 1_000 && (check === undefined || check(bytes, from, to));
const kinds = ['checked-in', 'corrected', 'checked-out', 'cancelled'] as const;
const stayTypes = kinds.map((kind) => `vn.da06.stay.${kind}.v1`);

/**
 * Reads an event of a stay as its schema in `@da06/events` does, without making an object of it: what it reads, the schema lets in. It gives up on whatever
 * registration does not write: keys it does not know, blanks, other versions. Keys stand here in registration's order, in which they are found fastest.
 */
export const createStayReader = () => {
  const json = createJsonReader(slotNames.length);
  const { text, fixed, long, instant, nullable, wholeNumber, bool, array, object, slots } = json;
  const read: StayRead = {
    slots, bytes: json.bytes, kind: 'checked-in', sets: 0, yields: 0, revision: 0, birthYear: 0, tourism: false, timeKnown: false, notifiedValid: false, codes: [],
  };
  const field = (name: string, one: Read): Field => ({ name, read: one });
  const optional = (name: string, one: Read): Field => ({ name, read: one, optional: true });
  const pass = (check?: Check): Read => text(slot.passed, check);

  const findGroup = wordFinder(groupNames);
  /** Names of groups as bits; other names say nothing to the tables. */
  const names = (into: (bits: number) => void): Read => {
    let bits = 0;
    let next = 0;
    const readAll = array(text(slot.word, (bytes, from, to) => {
      const found = findGroup(bytes, from, to, next);
      if (found >= 0) bits |= 1 << found;
      next = found + 1;
      return true;
    }));
    return () => {
      bits = 0;
      next = 0;
      const well = readAll();
      into(bits);
      return well;
    };
  };
  const fault = object([field('pointer', pass()), field('code', text(slot.word, (_, from, to) => read.codes.push(from, to) > 0))]);
  const groups = object([
    optional('person', object([field('personKey', fixed(slot.personKey, 32, keyedHash)), field('documentKey', fixed(slot.passed, 32, keyedHash)), field('documentKind', text(slot.documentKind, packed())), field('documentCode', pass()), field('issuingState', pass())])),
    optional('nationality', text(slot.nationality, packed())),
    optional('sex', text(slot.sex, oneOf('M', 'F', 'X', ''))),
    optional('birthYear', wholeNumber(9_999, (value) => (read.birthYear = value))),
    optional('residence', object([field('status', pass()), field('province', text(slot.province, packed())), field('ward', text(slot.ward, packed()))])),
    optional('arrival', object([
      field('at', instant(slot.arrivedAt)), field('timeKnown', bool((value) => (read.timeKnown = value))), field('unit', text(slot.unit, packed())), field('dueDomestic', instant(slot.dueDomestic)), field('dueForeign', instant(slot.dueForeign)),
    ])),
    optional('expectedDeparture', nullable(instant(slot.expectedDeparture))),
    optional('departure', nullable(instant(slot.departure))),
    optional('permittedUntil', nullable(instant(slot.permittedUntil))),
    optional('room', text(slot.room, keyedHashOrNone)),
    optional('reason', text(slot.reason, packed())),
    optional('notified', object([field('at', nullable(instant(slot.notifiedAt))), field('valid', bool((value) => (read.notifiedValid = value)))])),
    optional('captured', text(slot.captured, packed())),
  ]);
  const data = object([
    field('facility', text(slot.facility)), field('facilityKind', text(slot.facilityKind, packed())), field('tourism', bool((value) => (read.tourism = value))), field('shape', pass(oneOf(...Shape.options))),
    field('ref', text(slot.ref, sized(64))), field('registrationNumber', fixed(slot.registrationNumber, 18, registrationNumber)), field('sets', names((bits) => (read.sets = bits))), field('groups', groups),
    optional('sealed', object([field('personKey', fixed(slot.passed, 32, keyedHash)), field('keyId', pass(sized(Number.MAX_SAFE_INTEGER))), field('blob', long(slot.passed, base64))])),
    field('contentMac', fixed(slot.passed, 32, keyedHash)), field('revision', wholeNumber(4_294_967_295, (value) => (read.revision = value))), field('faults', array(fault)),
    optional('yields', names((bits) => (read.yields = bits))), optional('correctionReason', text(slot.correctionReason, oneOf('given', '', 'extension'))),
  ]);
  const findType = wordFinder(stayTypes);
  const type: Check = (bytes, from, to) => {
    const index = findType(bytes, from, to);
    read.kind = kinds[index] ?? 'checked-in';
    return index >= 0;
  };
  const event = object([
    field('specversion', pass(oneOf('1.0'))), field('id', fixed(slot.id, 36, uuid)), field('source', pass(sized(Number.MAX_SAFE_INTEGER))), field('type', text(slot.type, type)), field('subject', text(slot.subject, sized(Number.MAX_SAFE_INTEGER))),
    field('time', instant(slot.time)), field('datacontenttype', pass(oneOf('application/json'))), field('recordedtime', instant(slot.recordedtime)), field('sequence', fixed(slot.sequence, 16, hexDigits(16))), field('actor', pass(sized(120))),
    field('data', data),
  ]);

  /** A key of one kind of event alone: the others do not know it. */
  const ownKeys = (): boolean => {
    const hasReason = slots.from[slot.correctionReason] !== 0;
    return (read.kind === 'checked-in') === (read.yields >= 0) && (read.kind === 'corrected') === hasReason;
  };

  /** @returns the event, or undefined when the patient reader must decide. `utf8` = the bytes are known to be well-formed. */
  return (value: Uint8Array, utf8 = false): StayRead | undefined => {
    read.codes.length = 0;
    read.yields = -1;
    read.birthYear = 0;
    read.timeKnown = false;
    read.notifiedValid = false;
    return json.run(event, value, utf8) && ownKeys() ? read : undefined;
  };
};
