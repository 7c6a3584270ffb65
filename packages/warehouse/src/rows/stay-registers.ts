import type { StayCheckedIn, StayGroupName, StayGroups } from '@da06/events';
import type { RowWriter } from './row-writer.ts';

/** What the registers of a stay need of an event; every stay event of `@da06/events` fits. */
export type StayEventData = Pick<StayCheckedIn['data'], 'facilityKind' | 'tourism' | 'revision' | 'sets' | 'groups'> & { readonly yields?: readonly string[] };
export type Ordered = { readonly id: string; readonly sequence: string; readonly data: StayEventData };

/** The groups that `whole` holds: all but the departure, which most check-ins do not name. */
const wholeGroups = ['person', 'nationality', 'sex', 'birthYear', 'residence', 'arrival', 'expectedDeparture', 'permittedUntil', 'room', 'reason', 'notified', 'captured'] as const satisfies readonly StayGroupName[];

/** Whether a check-in sets every group of `whole` at its own order. Others go to the registers of single groups. */
export const isWhole = ({ sets, yields = [] }: StayEventData): boolean => wholeGroups.every((name) => sets.includes(name)) && yields.every((name) => name === 'departure');

const none = 0;
const flag = (value: boolean | undefined): number => (value === true ? 0x31 : 0x30);

/** Order as bytes that compare as events do: `whole_order` in raw_stays_v2. Ids compare with their second half first, as in `compareOrder` of the domain. */
const writeOrder = (to: RowWriter, id: string, revision: number, sequence: string | undefined): void => {
  to.u32BE(revision);
  if (sequence === undefined) {
    to.i64(none);
  } else to.hex(sequence, 0, 8);
  const digits = id.replaceAll('-', '');
  to.hex(digits, 16, 8);
  to.hex(digits, 0, 8);
};

const writeTime = (to: RowWriter, time: string | null | undefined): void => (time == null ? to.i64(none) : to.instant(time));

const writeArrival = (to: RowWriter, arrival: StayGroups['arrival']): void => {
  writeTime(to, arrival?.at);
  writeTime(to, arrival?.dueDomestic);
  writeTime(to, arrival?.dueForeign);
  to.u8(flag(arrival?.timeKnown));
};

const writeNotified = (to: RowWriter, notified: StayGroups['notified']): void => {
  writeTime(to, notified?.at);
  to.u8(flag(notified?.valid));
};

const writeTexts = (to: RowWriter, first: string, ...others: readonly string[]): void => {
  to.raw(first);
  for (const text of others) {
    to.u8(0);
    to.raw(text);
  }
};

/** The register `whole`; its places stand in the ALIAS columns of raw_stays_v2. */
export const writeWhole = (to: RowWriter, { id, sequence, data: { revision, facilityKind, tourism, groups } }: Ordered): void => {
  writeOrder(to, id, revision, sequence);
  writeArrival(to, groups.arrival);
  writeTime(to, groups.expectedDeparture);
  writeTime(to, groups.permittedUntil);
  writeNotified(to, groups.notified);
  to.u16(groups.birthYear ?? none);
  to.u8(flag(tourism));
  writeTexts(
    to, facilityKind, groups.person?.personKey ?? '', groups.person?.documentKind ?? '', groups.nationality ?? '', groups.sex ?? '', groups.residence?.province ?? '', groups.residence?.ward ?? '',
    groups.arrival?.unit ?? '', groups.room ?? '', groups.reason ?? '', groups.captured ?? '',
  );
};

/** How the value of a single group lies behind its order: the same places as in `whole`, and its texts last. */
const values: { readonly [Name in StayGroupName]: (to: RowWriter, groups: StayGroups) => void } = {
  person: (to, { person }) => writeTexts(to, person?.personKey ?? '', person?.documentKind ?? ''),
  nationality: (to, { nationality }) => to.raw(nationality ?? ''),
  sex: (to, { sex }) => to.raw(sex ?? ''),
  birthYear: (to, { birthYear }) => to.u16(birthYear ?? none),
  residence: (to, { residence }) => writeTexts(to, residence?.province ?? '', residence?.ward ?? ''),
  arrival: (to, { arrival }) => {
    writeArrival(to, arrival);
    to.raw(arrival?.unit ?? '');
  },
  expectedDeparture: (to, { expectedDeparture }) => writeTime(to, expectedDeparture),
  departure: (to, { departure }) => writeTime(to, departure),
  permittedUntil: (to, { permittedUntil }) => writeTime(to, permittedUntil),
  room: (to, { room }) => to.raw(room ?? ''),
  reason: (to, { reason }) => to.raw(reason ?? ''),
  notified: (to, { notified }) => writeNotified(to, notified),
  captured: (to, { captured }) => to.raw(captured ?? ''),
};

type Register = readonly [name: string, value: (to: RowWriter) => void, yields: boolean];

/** The map of registers of single groups that an event writes, in RowBinary. `whole` = the event has written that one. */
export const writeGroups = (to: RowWriter, { id, sequence, data }: Ordered, kind: 'whole' | 'check-in' | 'cancelled' | 'other'): void => {
  const { revision, sets, groups, yields = [], facilityKind, tourism } = data;
  const registers: Register[] = [];
  for (const name of sets) {
    const value = (values as Partial<Record<string, (typeof values)[StayGroupName]>>)[name];
    if (value !== undefined && (kind !== 'whole' || name === 'departure')) registers.push([name, (one) => value(one, groups), yields.includes(name)]);
  }
  if (kind !== 'whole') registers.push(['event', () => {}, false]);
  if (kind === 'check-in') {
    registers.push(['facility', (one) => {
      one.u8(flag(tourism));
      one.raw(facilityKind);
    }, false]);
    if (!yields.includes('cancelled')) registers.push(['cancelled', (one) => one.u8(flag(false)), false]);
  }
  if (kind === 'cancelled') registers.push(['cancelled', (one) => one.u8(flag(true)), false]);
  to.varint(registers.length);
  for (const [name, value, yielding] of registers) {
    to.text(name);
    to.sized(() => {
      // A group that is yielded has an order below everything that was set.
      writeOrder(to, id, yielding ? none : revision, yielding ? undefined : sequence);
      value(to);
    });
  }
};
