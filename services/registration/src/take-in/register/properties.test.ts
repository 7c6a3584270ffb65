import { AppError, codes, isCode } from '@da06/errors';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mutations } from '../mutate.ts';
import { seeded } from '../seeded.ts';
import { dataOf, prepareIn } from '../take-in.fixture.ts';
import type { PreparedItem } from '../types.ts';
import { recordFieldsOf } from './columns.ts';
import { mutatedRecords } from './mutate-records.ts';
import { changes } from './resident-fields.ts';
import { residentContext, sampleChange, sampleWorker, workerContext } from './samples.ts';

type Json = Record<string, unknown>;

const expectSound = ({ faults, rejected, draft, hash }: PreparedItem): void => {
  expect(rejected).toBe(faults.some(({ code }) => codes[code].severity === 'reject'));
  expect(draft === undefined).toBe(rejected);
  expect(hash).toMatch(/^(?:[0-9a-f]{64})?$/);
  for (const { code, pointer } of faults) expect([isCode(code), pointer]).toEqual([true, expect.stringMatching(/^(?:\/.*)?$/su)]);
};

const kinds = [
  ...changes.map((change) => ({ name: change, context: residentContext, sample: () => sampleChange(change) })),
  { name: 'worker', context: workerContext, sample: () => sampleWorker() },
];

describe('any record of a register', () => {
  it('is taken or refused with pointers and codes, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(residentContext, workerContext), fc.constantFrom('put', 'cancel', 'json'), fc.json({ maxDepth: 5 }), async (context, format, json) => {
        for (const item of (await prepareIn(context, format, format === 'json' ? `[${json}]` : json)).items) expectSound(item);
      }),
      { numRuns: 300 },
    );
  });

  it('with any value in any of its fields is taken or refused, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...kinds), fc.nat(), fc.jsonValue(), async ({ context, sample }, place, value) => {
        const rows = recordFieldsOf(context.register);
        const { path } = rows[place % rows.length] as (typeof rows)[number];
        const record = sample();
        let holder = record;
        for (const key of path.slice(0, -1)) holder = (holder[key] ??= {}) as Json;
        holder[path.at(-1) ?? ''] = value;
        for (const item of (await prepareIn(context, 'json', [record])).items) expectSound(item);
      }),
      { numRuns: 500 },
    );
  });

  it('changed without a change of meaning keeps its person, its content and its household', async () => {
    for (const { name: kind, context, sample } of kinds) {
      const told = async (record: Json) => {
        const [item] = (await prepareIn(context, 'json', [record])).items;
        const { sealed: _, ...open } = item?.draft === undefined ? { sealed: undefined } : dataOf(item);
        return { person: item?.draft?.personKey, open };
      };
      const before = await told(sample());
      expect(before.open).toHaveProperty('contentMac');
      for (const { name, apply, keepsMeaning } of mutations) {
        if (keepsMeaning) expect([kind, name, await told(apply(sample(), seeded(1)))]).toEqual([kind, name, before]);
      }
    }
  });

  it('amended in any of its fields has another content', async () => {
    const other: Json = { on: '2026-11-19', until: '2027-01-01', cause: 'other', revision: 0 };
    for (const { context, sample } of kinds) {
      const macOf = async (record: Json) => (await prepareIn(context, 'json', [record])).items[0]?.draft?.contentMac;
      const before = await macOf(sample());
      for (const [key, value] of Object.entries(other)) {
        if (key in sample()) expect([key, (await macOf({ ...sample(), [key]: value })) === before]).toEqual([key, key === 'revision']);
      }
      for (const [key, value] of [['fullName', 'Thị Khác'], ['birthDate', '2026-10-05'], ['phone', '0987654321']]) {
        const person = { ...(sample()['person'] as Json), [String(key)]: value };
        const changed = await macOf({ ...sample(), person });
        if (changed !== undefined) expect(changed).not.toBe(before);
      }
    }
  });
});

describe('mutated bodies of registers', () => {
  it('are taken, refused by record or refused as a whole; those that keep their meaning are taken', { timeout: 60_000 }, async () => {
    for (const body of mutatedRecords(800, 7)) {
      try {
        for (const item of (await prepareIn(body.register === 'residents' ? residentContext : workerContext, body.format, body.bytes)).items) {
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

describe('what tells of a person', () => {
  const day = fc.date({ min: new Date('1930-01-01'), max: new Date('2024-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  const digits = (length: number) => fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((list) => list.join(''));
  const word = fc.string({ unit: fc.constantFrom(...'abcdeghiklmnopqrstuvxy'), minLength: 9, maxLength: 12 });

  it('stands nowhere in an event but inside its envelope, nor in its reference, number or stored faults', async () => {
    const personal = fc.record({ name: fc.tuple(word, word), birth: day, number: digits(9).map((rest) => `070${rest}`), former: digits(9), phone: digits(8).map((rest) => `09${rest}`), words: fc.array(word, { minLength: 6, maxLength: 6 }), household: digits(9) });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...kinds), personal, async ({ context, sample }, { name, birth, number, former, phone, words, household }) => {
        const record = sample();
        const person = record['person'] as Json;
        const isBirth = record['change'] === 'birth';
        Object.assign(record, { hamlet: words[0], address: words[1], note: words[2] });
        Object.assign(person, { fullName: name.join(' '), phone, ...(isBirth ? {} : { birthDate: birth, document: { kind: 'cccd', number, formerNumber: former } }) });
        if ('ethnicity' in person) person['ethnicity'] = { scheme: '1979', code: '42' };
        if (typeof record['household'] === 'object') record['household'] = { number: household, relation: 'head' };
        if ('absence' in record) record['absence'] = { case: 'b', destination: words[3] };
        const [item] = (await prepareIn(context, 'json', [{ ...record, [words[4] ?? '']: words[5] }])).items;
        const draft = item?.draft;
        if (draft === undefined) throw new Error(JSON.stringify(item?.faults));
        const { sealed, ...open } = dataOf(item as PreparedItem);
        expect(sealed).toBeDefined();
        const text = JSON.stringify([open, draft.storedFaults, draft.ref, draft.registrationNumber, draft.time, draft.unit, draft.type]);
        for (const secret of [...name, number, former, phone.slice(1), ...words, household]) expect(text.toLowerCase()).not.toContain(secret);
        if (!isBirth) for (const form of [birth, birth.replaceAll('-', ''), birth.slice(5)]) expect(JSON.stringify({ ...open, registrationNumber: '', contentMac: '', personKey: '', household: '', on: '', until: '' })).not.toContain(form);
        for (const key of ['ethnicity', 'case', 'absence', 'hamlet', 'address', 'note', 'birthDate', 'phone', 'fullName', 'document']) expect(open).not.toHaveProperty(key);
      }),
      { numRuns: 200 },
    );
  });
});
