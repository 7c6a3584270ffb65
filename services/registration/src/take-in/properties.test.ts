import { AppError, codes, isCode } from '@da06/errors';
import canonicalizeModule from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '@da06/service-kit/canonical-json';
import { mutatedBodies, mutations } from './mutate.ts';
import { sampleForeign, sampleStay, sampleVietnamese } from './samples.ts';
import { seeded } from './seeded.ts';
import { prepare, prepareOne } from './take-in.fixture.ts';
import type { PreparedItem } from './types.ts';

// Its types describe an ES module, which it is not.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;
const formats = ['put', 'patch', 'check-out', 'cancel', 'json', 'kbtt-foreign', 'kbtt-vietnamese', 'kbtt-departure'] as const;
const expectSound = ({ faults, rejected, draft, hash }: PreparedItem): void => {
  expect(rejected).toBe(faults.some(({ code }) => codes[code].severity === 'reject'));
  expect(draft === undefined).toBe(rejected);
  expect(hash).toMatch(/^(?:[0-9a-f]{64})?$/);
  for (const { code, pointer } of faults) {
    expect(isCode(code)).toBe(true);
    expect(pointer).toMatch(/^(?:\/.*)?$/su);
  }
};

describe('any record', () => {
  it('is taken or refused with pointers and codes, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...formats), fc.json({ maxDepth: 5 }), async (format, json) => {
        const body = format === 'json' || format.startsWith('kbtt') ? `[${json}]` : json;
        for (const item of (await prepare(format, body)).items) expectSound(item);
      }),
      { numRuns: 300 },
    );
  });

  it('with any value in any of its fields is taken or refused, and never throws', async () => {
    const keys = ['ref', 'revision', 'guest', 'arrival', 'expectedDeparture', 'departure', 'permittedUntil', 'room', 'reason', 'reasonText', 'note', 'notifiedAt', 'captured', 'qr'];
    const guestKeys = ['fullName', 'birthDate', 'sex', 'nationality', 'document', 'phone', 'residence'];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...keys), fc.constantFrom(...guestKeys), fc.jsonValue(), fc.jsonValue(), async (key, guestKey, value, other) => {
        const stay = { ...sampleStay(), guest: { ...(sampleStay()['guest'] as object), [guestKey]: other } };
        expectSound(await prepareOne('json', { ...stay, [key]: value }));
        expectSound(await prepareOne('patch', { [key]: value, guest: { [guestKey]: other } }));
      }),
      { numRuns: 300 },
    );
  });

  it('changed without a change of meaning keeps its person and its content', async () => {
    const kinds = [['json', sampleStay], ['kbtt-foreign', sampleForeign], ['kbtt-vietnamese', sampleVietnamese]] as const;
    for (const [format, sample] of kinds) {
      const { draft } = await prepareOne(format, sample());
      for (const { name, apply, keepsMeaning } of mutations) {
        if (!keepsMeaning || name === 'sex in words') continue;
        const changed = await prepareOne(format, apply(sample(), seeded(1)));
        expect([name, changed.draft?.personKey, changed.draft?.contentMac, changed.ref]).toEqual([name, draft?.personKey, draft?.contentMac, format === 'json' ? sample()['ref'] : changed.ref]);
      }
    }
  });
});

describe('mutated bodies', () => {
  it('of every format are taken, refused by record or refused as a whole; those that keep their meaning are taken', { timeout: 60_000 }, async () => {
    for (const body of mutatedBodies(1_200, 7)) {
      try {
        for (const item of (await prepare(body.format, body.bytes)).items) {
          expectSound(item);
          if (body.keepsMeaning) expect([body.format, body.name, item.rejected]).toEqual([body.format, body.name, false]);
        }
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        expect([body.name, body.keepsMeaning]).toEqual([body.name, false]);
      }
    }
  });
});

describe('canonical JSON', () => {
  it('is that of RFC 8785', () => {
    const values = fc.oneof(fc.jsonValue({ maxDepth: 4 }), fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }));
    // Again and after one another: orders of keys are remembered.
    fc.assert(fc.property(fc.array(values, { maxLength: 4 }), (list) => [...list, ...list].every((value) => canonicalJson(value) === canonicalize(value))));
    expect(canonicalJson({ '\u20ac': 1, '\r': 2, 1: 3, '\ud83d\ude00': 4, '\u0080': 5, '\u00f6': 6, '\ufb33': 7 })).toBe('{"\\r":2,"1":3,"\u0080":5,"\u00f6":6,"\u20ac":1,"\ud83d\ude00":4,"\ufb33":7}');
  });
});
