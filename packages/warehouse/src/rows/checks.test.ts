import { eventSchema, KeyedHash, Sequence, StayCheckedInData, stayCheckedInType } from '@da06/events';
import { describe, expect, it } from 'vitest';
import { base64, hexDigits, keyedHash, registrationNumber, uuid } from './checks.ts';
import type { Check } from './json-reader.ts';

type Schema = { readonly safeParse: (value: unknown) => { readonly success: boolean } };
const shapeOf = (schema: unknown): Record<string, Schema> => (schema as { shape: Record<string, Schema> }).shape;
const { registrationNumber: numberSchema, sealed } = StayCheckedInData.shape;

const cases: readonly [name: string, check: Check, schema: Schema | undefined, samples: readonly string[]][] = [
  ['uuid', uuid, shapeOf(eventSchema(stayCheckedInType))['id'], ['01a1f7c4-30d9-771e-8e9d-e6fc2ac9678f', '6F0F8C1E-2B4D-4C5A-9E7F-001122334455']],
  ['a keyed hash', keyedHash, KeyedHash, ['af66c2d18333e381d6eb2e623d5ef669']],
  ['a sequence', hexDigits(16), Sequence, ['01a1f7c430d90001']],
  ['a registration number', registrationNumber, numberSchema, ['LT0123456789ABCDEF', 'LTGHJKMNPQRSTVWXYZ']],
  ['base64', base64, sealed.unwrap().shape.blob, ['', 'aIUI', 'aIUIYWtnIl+FPVTED/e5uQ==', 'aIUIYWtnIl+FPVTED/e5uNM=', '====', 'aI==aI==']],
];

describe.each(cases)('the check of %s', (_name, check, schema, samples) => {
  it('says what the schema says of every text that differs from a good one in one place or in length', () => {
    const texts = new Set(samples);
    for (const sample of samples) {
      for (let place = 0; place < sample.length; place += 1) {
        for (let code = 0x20; code < 0x7f; code += 1) texts.add(sample.slice(0, place) + String.fromCharCode(code) + sample.slice(place + 1));
        texts.add(sample.slice(0, place) + sample.slice(place + 1)).add(`${sample.slice(0, place)}a${sample.slice(place)}`);
      }
    }
    const wrong: string[] = [];
    let good = 0;
    for (const text of texts) {
      const bytes = Buffer.from(`".${text}`);
      const said = check(bytes, 2, bytes.length);
      if (said) good += 1;
      if (said !== schema?.safeParse(text).success) wrong.push(text);
    }
    expect(wrong).toEqual([]);
    expect(good).toBeGreaterThan(5);
  });
});
