import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { CatalogueEntry } from './catalogue.ts';
import { eventSchema } from './event-schema.ts';
import { readFixture } from './fixtures.ts';
import { createEventParser, parseEvent } from './parse-event.ts';
import { stayCheckedInType } from './stay/stay-checked-in.ts';
import { strict } from './strict.ts';

type Json = Record<string, unknown>;
const fixture = (type = stayCheckedInType): Json => JSON.parse(Buffer.from(readFixture(type)).toString()) as Json;
const parse = (value: unknown) => parseEvent(JSON.stringify(value));

/** Every object inside a JSON value that has named fields, with its path; maps of counts are no such objects. */
const objectsOf = (value: unknown): Json[] =>
  Array.isArray(value) ? value.flatMap(objectsOf) : typeof value === 'object' && value !== null ? [value as Json, ...Object.values(value).flatMap(objectsOf)] : [];

describe('parseEvent', () => {
  it('drops keys it does not know at any depth, and the strict form refuses them', () => {
    const depths = objectsOf(fixture()).length;
    expect(depths).toBeGreaterThan(7);
    fc.assert(
      fc.property(fc.nat(depths - 1), fc.string({ minLength: 1 }).filter((key) => !(key in fixture()) && key !== '__proto__'), fc.jsonValue(), (depth, key, value) => {
        const known = fixture();
        const target = objectsOf(known)[depth] as Json;
        fc.pre(!Object.hasOwn(target, key) && !(key in { yields: 0, groups: 0 }));
        target[`x-${key}`] = value;
        const parsed = parse(known);
        expect(parsed.ok && parsed.event).toEqual(fixture());
        expect(strict(eventSchema(stayCheckedInType)).safeParse(known).success).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('answers a code and never throws, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => { expect(parseEvent(bytes).ok).toBe(false); }));
    fc.assert(fc.property(fc.jsonValue(), (value) => { expect(parse(value)).toMatchObject({ ok: false }); }));
  });

  it('names the cause: unreadable, an unknown type, a schema with its paths', () => {
    expect(parseEvent('{"a":')).toMatchObject({ ok: false, code: 'event.unreadable' });
    expect(parse({ ...fixture(), type: 'vn.da06.stay.teleported.v1' })).toEqual({ ok: false, code: 'event.type-unknown', detail: 'vn.da06.stay.teleported.v1' });
    expect(parse({ ...fixture(), sequence: 'x' })).toEqual({ ok: false, code: 'event.schema', detail: '/sequence' });
    expect(parse({ ...fixture(), data: { ...(fixture()['data'] as Json), ref: '', tourism: 'yes' } })).toEqual({ ok: false, code: 'event.schema', detail: '/data/tourism /data/ref' });
    expect(parse({ ...fixture(), data: 7 })).toEqual({ ok: false, code: 'event.schema', detail: '/data' });
    expect(parse({ ...fixture(), type: 'toString' })).toMatchObject({ ok: false });
  });

  it('repeats no value of a bad event in what it says of it', () => {
    const detailOf = (parsed: ReturnType<typeof parseEvent>): string => (parsed.ok ? '' : parsed.detail);
    expect(detailOf(parse({ ...fixture(), actor: { name: 'Nguyễn Văn Mẫu' } }))).toBe('/actor');
    expect(detailOf(parseEvent('{"fullName":"Nguyễn Văn Mẫu",,}'))).not.toContain('Mẫu');
  });

  it('reads bytes at any place of a larger buffer', () => {
    const bytes = readFixture(stayCheckedInType);
    const larger = new Uint8Array(bytes.length + 9);
    larger.set(bytes, 4);
    expect(parseEvent(larger.subarray(4, 4 + bytes.length)).ok).toBe(true);
  });
});

describe('upcasters', () => {
  const entry = (schema: CatalogueEntry['schema'], upcast?: CatalogueEntry['upcast']): CatalogueEntry => ({ schema, topic: 't', subject: 's', says: '', ...(upcast === undefined ? {} : { upcast }) });
  const parser = createEventParser({
    'vn.da06.lamp.lit.v1': entry(z.object({ lit: z.boolean() }), { next: 'vn.da06.lamp.lit.v2', data: (data) => ({ light: data['lit'] === true ? 1 : 0 }) }),
    'vn.da06.lamp.lit.v2': entry(z.object({ light: z.number() }), { next: 'vn.da06.lamp.lit.v3', data: (data) => ({ lumen: Number(data['light']) * 400 }) }),
    'vn.da06.lamp.lit.v3': entry(z.object({ lumen: z.number() })),
  });
  const lamp = (version: number, data: object) => parser(JSON.stringify({ ...fixture(), type: `vn.da06.lamp.lit.v${version}`, data }));

  it('lead one step at a time to the current version, and keep the envelope', () => {
    expect(lamp(1, { lit: true })).toEqual({ ok: true, upcast: true, event: { ...fixture(), type: 'vn.da06.lamp.lit.v3', data: { lumen: 400 } } });
    expect(lamp(2, { light: 2, x: 1 })).toMatchObject({ upcast: true, event: { data: { lumen: 800 } } });
    expect(lamp(3, { lumen: 5 })).toMatchObject({ upcast: false, event: { data: { lumen: 5 } } });
  });
  it('meet only data that fit their own version', () => expect(lamp(1, { lit: 'yes' })).toMatchObject({ ok: false, code: 'event.schema', detail: '/data/lit' }));
});
