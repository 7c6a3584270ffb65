import {
  catalogue, createHybridClock, deadLetterRecordedType, deadLetterRedrivenType, deadLetterTopic, facilityChangedType, facilityClosedType, facilityDayReportedType, facilityRegisteredType,
  feedBatchReceivedType, identityErasedType, identityReadType, keyIssuedType, keyRevokedType, masterKeyRotatedType, personLinkedType, stayCancelledType, stayCheckedInType, stayCheckedOutType, stayCorrectedType,
  type DeadLetterRecorded, type DeadLetterRedriven, type Envelope, type FacilityChanged, type FacilityClosed, type FacilityDayReported, type FacilityRegistered, type FeedBatchReceived,
  type IdentityErased, type IdentityRead, type KeyIssued, type KeyRevoked, type MasterKeyRotated, type PersonLinked, type StayCancelled, type StayCheckedIn, type StayCheckedOut, type StayCorrected,
} from '@da06/events';
import type { AnyEvent, Given } from './any-event.ts';
import { fixedClock, type TestClock } from './clock.ts';
import { complianceBuilders } from './compliance/builders.ts';
import { incidentBuilders } from './incident/builders.ts';
import { populationBuilders } from './population/builders.ts';
import { programmeBuilders } from './programme/builders.ts';
import { createRandom, type Random } from './random.ts';
import { securityBuilders } from './security/builders.ts';
import { facilityFields, instant, stayGroups } from './samples.ts';


const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Builders of valid events of every type; ids, keys and order come from the seed and the clock. */
export const eventBuilders = (options: { readonly seed?: number; readonly clock?: TestClock; readonly random?: Random } = {}) => {
  const clock = options.clock ?? fixedClock();
  const random = options.random ?? createRandom(options.seed ?? 1);
  const hybrid = createHybridClock({ now: clock.now });

  const event = <Event extends AnyEvent>(type: Event['type'], subject: string, data: Event['data'], envelope: Partial<Omit<Envelope, 'data' | 'type'>> = {}): Event =>
    ({
      specversion: '1.0', id: random.uuid(), source: '/da06/registration', type, subject, time: instant(clock.now()), datacontenttype: 'application/json',
      recordedtime: instant(clock.now()), sequence: hybrid.next(), actor: 'key:test', ...envelope, data,
    }) as Event;

  const registrationNumber = (): string => `LT${Array.from({ length: 16 }, () => random.pick([...crockford])).join('')}`;
  const stay = <Event extends StayCheckedIn | StayCorrected | StayCheckedOut | StayCancelled>(type: Event['type'], own: object, { envelope, ...given }: Given<Event>): Event => {
    const data = {
      facility: 'ks-test-01', facilityKind: 'hotel', tourism: true, ref: `R-${random.hex(8)}`, revision: 0, registrationNumber: registrationNumber(), shape: 'native' as const,
      groups: {}, faults: [], contentMac: random.hex(32), ...own, ...given,
    };
    return event<Event>(type, `${data.facility}/${data.ref}`, { ...data, sets: given.sets ?? Object.keys(data.groups) }, envelope);
  };
  const simple = <Event extends AnyEvent>(type: Event['type'], subjectOf: (data: Event['data']) => string, defaults: () => Event['data']) =>
    ({ envelope, ...given }: Given<Event> = {}): Event => {
      const data = { ...defaults(), ...given };
      return event<Event>(type, subjectOf(data), data, envelope);
    };

  return {
    clock,
    random,
    checkedIn: (given: Given<StayCheckedIn> = {}): StayCheckedIn => stay<StayCheckedIn>(stayCheckedInType, { groups: stayGroups(random, clock.now()), yields: [] }, given),
    corrected: (given: Given<StayCorrected> = {}): StayCorrected => stay<StayCorrected>(stayCorrectedType, { groups: { reason: 'business' }, correctionReason: 'given' }, given),
    checkedOut: (given: Given<StayCheckedOut> = {}): StayCheckedOut => stay<StayCheckedOut>(stayCheckedOutType, { groups: { departure: instant(clock.now()) } }, given),
    cancelled: (given: Given<StayCancelled> = {}): StayCancelled => stay<StayCancelled>(stayCancelledType, {}, given),
    facilityDayReported: simple<FacilityDayReported>(facilityDayReportedType, ({ facility }) => facility, () => ({ facility: 'ks-test-01', day: '2026-03-01', nothingToReport: true })),
    personLinked: simple<PersonLinked>(personLinkedType, ({ cmndKey }) => cmndKey, () => ({ cccdKey: random.hex(32), cmndKey: random.hex(32) })),
    feedBatchReceived: simple<FeedBatchReceived>(feedBatchReceivedType, ({ facility }) => facility, () => ({ facility: 'ks-test-01', shape: 'native', single: false, received: 3, accepted: 2, duplicate: 0, amended: 0, late: 0, rejected: 1, codes: { 'field.required': 1 } })),
    facilityRegistered: simple<FacilityRegistered>(facilityRegisteredType, ({ id }) => id, facilityFields),
    facilityChanged: simple<FacilityChanged>(facilityChangedType, ({ id }) => id, facilityFields),
    facilityClosed: simple<FacilityClosed>(facilityClosedType, ({ id }) => id, () => ({ id: 'ks-test-01', on: '2026-12-31' })),
    keyIssued: simple<KeyIssued>(keyIssuedType, ({ id }) => id, () => ({ id: `key-${random.hex(8)}`, name: 'feed', role: 'feed', facilities: ['ks-test-01'], agency: '', unit: '', hash: random.hex(64) })),
    keyRevoked: simple<KeyRevoked>(keyRevokedType, ({ id }) => id, () => ({ id: `key-${random.hex(8)}` })),
    identityRead: simple<IdentityRead>(identityReadType, ({ facility }) => facility, () => ({ purpose: 'own-record', facility: 'ks-test-01', personKey: random.hex(32) })),
    identityErased: simple<IdentityErased>(identityErasedType, ({ id }) => id, () => ({ id: random.uuid(), part: 1, parts: 1, reason: 'subject-request', persons: [random.hex(32)], keys: 1, keyIds: [`${random.hex(16)}.0`], receipt: 'a.b.c', replayed: false })),
    masterKeyRotated: simple<MasterKeyRotated>(masterKeyRotatedType, ({ id }) => id, () => ({ id: random.uuid(), from: random.hex(16), to: random.hex(16) })),
    deadLetterRecorded: simple<DeadLetterRecorded>(deadLetterRecordedType, ({ id }) => id, () => ({
      id: random.uuid(), topic: 'da06.residence-registration', partition: 0, offset: '0', key: 'ks-test-01/R-1', causeCode: 'event.unreadable', size: 9, keyId: 'system', blob: random.bytes(24).toString('base64'),
    })),
    deadLetterRedriven: simple<DeadLetterRedriven>(deadLetterRedrivenType, ({ id }) => id, () => ({ id: random.uuid() })),
    ...programmeBuilders(simple, () => instant(clock.now())),
    ...populationBuilders(simple, random),
    ...complianceBuilders(simple, random),
    ...incidentBuilders(simple, random),
    ...securityBuilders(simple, random),
  };
};
export type EventBuilders = ReturnType<typeof eventBuilders>;

/** The event as the log keeps it: topic, key and bytes. A dead letter goes to the topic beside the one it came from. */
export const recordOf = (event: AnyEvent): { topic: string; key: string; value: Buffer } => {
  const own = 'topic' in event.data && typeof event.data.topic === 'string' ? deadLetterTopic(event.data.topic) : undefined;
  return { topic: own ?? catalogue[event.type]?.topic ?? '', key: event.subject, value: Buffer.from(JSON.stringify(event)) };
};
