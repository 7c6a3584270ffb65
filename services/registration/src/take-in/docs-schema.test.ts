import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { recordSchemas } from './docs-schema.ts';
import { changes } from './register/resident-fields.ts';
import { residentContext, sampleChange, sampleWorker, workerContext } from './register/samples.ts';
import { sampleDeparture, sampleForeign, sampleStay, sampleVietnamese } from './samples.ts';
import { deps, prepareIn, prepareOne } from './take-in.fixture.ts';
import type { JsonSchema } from './fields/json-schema.ts';

const schemas = recordSchemas(deps.locality);
const made = new Map<JsonSchema, z.ZodType>();
/** Making the schema takes longer than asking it. */
const fits = (schema: JsonSchema, value: unknown): boolean => {
  const checker = made.get(schema) ?? z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
  made.set(schema, checker);
  return checker.safeParse(value).success;
};
const formatFaults = new Set(['field.required', 'field.type', 'field.too-long', 'field.not-allowed-value', 'document.kind-unknown', 'reason.unknown', 'revision.format']);

describe('the documented schema of a record', () => {
  it('takes the samples of every shape', () => {
    for (const [schema, sample] of [[schemas.Stay, sampleStay()], [schemas.KbttForeign, sampleForeign()], [schemas.KbttVietnamese, sampleVietnamese()], [schemas.KbttDeparture, sampleDeparture()]] as const) expect(fits(schema, sample)).toBe(true);
  });

  it('agrees with take-in wherever a field is missing, of another type, too long or outside its list', async () => {
    const { properties = {} } = schemas.Stay;
    const places = ['ref', 'revision', 'arrival', 'reason', 'captured', 'note', 'guest.fullName', 'guest.sex', 'guest.document.kind', 'guest.document.number', 'guest.residence.status', 'guest.residence', 'guest'];
    expect(Object.keys(properties)).toContain('captured');
    for (const place of places) {
      for (const wrong of [undefined, { a: 1 }, true, 'z'.repeat(5000)]) {
        const value = structuredClone(sampleStay());
        const keys = place.split('.');
        let holder = value;
        for (const key of keys.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
        if (wrong === undefined) delete holder[keys.at(-1) ?? ''];
        else holder[keys.at(-1) ?? ''] = wrong;
        const item = await prepareOne('json', value);
        const refused = item.faults.some(({ code }) => formatFaults.has(code)) || item.faults.some(({ code }) => code.endsWith('.format') && code !== 'phone.format');
        // An object with other keys is an object to both; what it lacks is missing to both.
        expect(fits(schemas.Stay, value), `${place} ${JSON.stringify(wrong)?.slice(0, 20)}`).toBe(!refused);
      }
    }
  });

  it('takes the samples of every change and of a worker, and says what each needs as take-in does', { timeout: 30_000 }, async () => {
    const records = [...changes.map((change) => [residentContext, schemas.Resident, sampleChange(change)] as const), [workerContext, schemas.Worker, sampleWorker()] as const];
    for (const [context, schema, record] of records) {
      expect(fits(schema, record), String(record['change'])).toBe(true);
      for (const place of pathsOf(record)) {
        const value = without(record, place);
        const [item] = (await prepareIn(context, 'json', [value])).items;
        const lacks = item?.faults.some(({ code }) => code === 'field.required');
        expect([record['change'], place, fits(schema, value)]).toEqual([record['change'], place, lacks !== true]);
      }
    }
  });
});

const pathsOf = (record: Record<string, unknown>, before = ''): string[] =>
  Object.entries(record).flatMap(([key, value]) => [`${before}${key}`, ...(typeof value === 'object' && value !== null ? pathsOf(value as Record<string, unknown>, `${before}${key}.`) : [])]);

const without = (record: Record<string, unknown>, place: string): Record<string, unknown> => {
  const copy = structuredClone(record);
  const keys = place.split('.');
  const holder = keys.slice(0, -1).reduce((held, key) => held[key] as Record<string, unknown>, copy);
  delete holder[keys.at(-1) ?? ''];
  return copy;
};
