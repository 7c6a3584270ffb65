import { catalogue, parseEvent, type Envelope } from '@da06/events';
import { readFixtures } from '@da06/events/fixtures';
import { eventBuilders, randomLog, recordOf } from '@da06/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRowEncoder } from './event-row.ts';

const encoder = createRowEncoder();
const stays = (values: readonly Uint8Array[]): Uint8Array[] => values.filter((value) => Buffer.from(value).includes('"vn.da06.stay.'));
const samples = stays([...readFixtures(), ...randomLog({ seed: 4, events: 500 }).events.map((event) => recordOf(event).value)]);

/** What the schemas and the patient way make of bytes. */
const patiently = (value: Uint8Array): string | undefined => {
  const parsed = parseEvent(value);
  const made = parsed.ok ? encoder.of(parsed.event) : undefined;
  return made === undefined ? undefined : JSON.stringify([made.facility, made.ref, Buffer.from(made.row).toString('hex')]);
};
const quickly = (value: Uint8Array): string | undefined => {
  const made = encoder.quick(value);
  return made === undefined ? undefined : JSON.stringify([made.facility, made.ref, Buffer.from(made.row).toString('hex')]);
};

describe('the quick way', () => {
  it('takes every event of a stay, and makes the row that the schemas and the patient way make', () => {
    expect(samples.length).toBeGreaterThan(200);
    for (const value of samples) {
      expect(quickly(value)).toBeDefined();
      expect(quickly(value)).toBe(patiently(value));
    }
  });

  it('lets nothing in that the schemas refuse, and makes no other row: values, keys and bytes changed at random', () => {
    const junk = fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.constantFrom<unknown>('', null, -1, 1.5, 4_294_967_296, '2026-02-30T00:00:00.000Z', '2026-13-01T00:00:00.000Z', 'a\u0000b', 'ạ', '"', '\\', 'x'.repeat(130), '0'.repeat(32), 'QQ==', 'Q===', [], {}, true));
    const place = fc.nat(1_000_000);
    let taken = 0;
    fc.assert(
      fc.property(place, place, junk, fc.constantFrom('value', 'drop', 'add', 'twice', 'last', 'byte', 'blank', 'cut'), (which, where, value, how) => {
        const bytes = mutated(Buffer.from(samples[which % samples.length] ?? ''), where, value, how);
        const quick = quickly(bytes);
        if (quick === undefined) return;
        taken += 1;
        expect(quick).toBe(patiently(bytes));
      }),
      { numRuns: 6_000 },
    );
    expect(taken).toBeGreaterThan(300);
  });

  it('leaves other events to the schemas', () => {
    const build = eventBuilders();
    for (const event of [build.personLinked(), build.feedBatchReceived(), build.facilityRegistered()]) {
      expect(encoder.quick(recordOf(event).value)).toBeUndefined();
      expect(patiently(recordOf(event).value)).toBeDefined();
    }
  });

  it('reads bytes at any place of a larger buffer, and gives out rows that stay as they are', () => {
    const [value = Buffer.alloc(0)] = samples;
    const larger = new Uint8Array(value.length + 20).fill(0x22);
    larger.set(value, 7);
    const kept = encoder.quick(larger.subarray(7, 7 + value.length));
    const before = Buffer.from(kept?.row ?? []).toString('hex');
    for (let round = 0; round < 20; round += 1) for (const other of samples) encoder.quick(other);
    expect(Buffer.from(kept?.row ?? []).toString('hex')).toBe(before);
    expect(before).toBe(Buffer.from(encoder.quick(value)?.row ?? []).toString('hex'));
  });
});

describe('the patient way', () => {
  it('takes escapes, letters of any script and keys in any order', () => {
    const event = eventBuilders().checkedIn({ ref: 'R', facilityKind: 'nhà "nghỉ" \\ Mẫu' });
    const reversed = Object.fromEntries(Object.entries(event).reverse());
    const rows = [event, reversed].map((one) => patiently(Buffer.from(JSON.stringify(one))));
    expect(rows[0]).toBeDefined();
    expect(rows[1]).toBe(rows[0]);
    expect(Buffer.from(rows[0]?.split('","')[2] ?? '', 'hex').includes('nhà "nghỉ" \\ Mẫu')).toBe(true);
  });

  it('brings the version of a decided stream into the data, where the tables read it', () => {
    const decided = eventBuilders().stepStarted({ envelope: { streamversion: 7 } });
    const row = Buffer.from(encoder.of(decided as Envelope)?.row ?? []).toString();
    expect(row).toContain('"streamversion":7');
    expect(Buffer.from(encoder.of(eventBuilders().feedBatchReceived() as Envelope)?.row ?? []).toString()).not.toContain('streamversion');
  });

  it('leaves out of the row of a record what is sealed and what was found on it, and keeps its reference', () => {
    const build = eventBuilders();
    const record = build.residenceRegistered({ ref: 'CT-1', sealed: { personKey: 'f'.repeat(32), keyId: 'key-of-somebody', blob: 'c2VhbGVk' }, faults: [{ pointer: '/person', code: 'planted.code' }] });
    const made = encoder.of(record);
    const row = Buffer.from(made?.row ?? []).toString();
    expect(made?.ref).toBe('CT-1');
    expect(row).toContain(record.data.personKey);
    for (const left of ['c2VhbGVk', 'key-of-somebody', 'planted.code', 'sealed', 'faults']) expect(row).not.toContain(left);
  });

  it('meets no data that use that name for something else', () => {
    for (const { schema } of Object.values(catalogue)) expect('shape' in schema && Object.keys(schema.shape as object)).not.toContain('streamversion');
  });

  it('makes no row of what fits no column', () => {
    const build = eventBuilders();
    for (const event of [build.checkedOut({ groups: { departure: '2026-02-30T00:00:00.000Z' } }), build.checkedIn({ facilityKind: 'a\u0000b' }), build.checkedIn({ facilityKind: 'x'.repeat(1_001) }), build.keyIssued({ envelope: { time: '2026-13-01T00:00:00.000Z' } })]) {
      expect(parseEvent(recordOf(event).value).ok).toBe(true);
      expect(patiently(recordOf(event).value)).toBeUndefined();
    }
  });
});

type Json = Record<string, unknown>;
const objectsOf = (value: unknown): Json[] => (typeof value === 'object' && value !== null ? [...(Array.isArray(value) ? [] : [value as Json]), ...Object.values(value).flatMap(objectsOf)] : []);

/** The event with one thing changed, as bytes. */
const mutated = (bytes: Buffer, where: number, value: unknown, how: string): Uint8Array => {
  const event = JSON.parse(bytes.toString()) as Json;
  const objects = objectsOf(event);
  const object = objects[where % objects.length] as Json;
  const keys = Object.keys(object);
  const key = keys[Math.floor(where / objects.length) % Math.max(1, keys.length)] ?? 'x';
  const own = object[key];
  if (how === 'value') object[key] = value;
  if (how === 'drop') Reflect.deleteProperty(object, key);
  if (how === 'add') object[`x${String(where % 7)}`] = value;
  if (how === 'last') {
    Reflect.deleteProperty(object, key);
    object[key] = own;
  }
  const text = JSON.stringify(event);
  const at = where % text.length;
  if (how === 'twice') return Buffer.from(text.replace(`"${key}":`, `"${key}":${JSON.stringify(value)},"${key}":`));
  if (how === 'blank') return Buffer.from(`${text.slice(0, at)} ${text.slice(at)}`);
  if (how === 'cut') return Buffer.from(text.slice(0, at));
  if (how === 'byte') return Buffer.from(text).fill(where % 256, at, at + 1);
  return Buffer.from(text);
};
