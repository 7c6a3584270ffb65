import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue, eventTypes } from './catalogue.ts';
import { documents } from './documents.ts';
import { eventSchema, shortName } from './event-schema.ts';
import { readFixture, readFixtures } from './fixtures.ts';
import { parseEvent } from './parse-event.ts';
import { strict } from './strict.ts';
import { topics } from './topics.ts';

const folder = (name: string): URL => new URL(`../${name}/`, import.meta.url);
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

describe.each(eventTypes)('the event %s', (type) => {
  const fixture = JSON.parse(Buffer.from(readFixture(type)).toString()) as Record<string, unknown>;
  it('has a fixture that is of its type and fits its strict schema', () => {
    expect(fixture['type']).toBe(type);
    expect(strict(eventSchema(type)).parse(fixture)).toEqual(fixture);
  });
  it('is read at the door as an event of a current version', () => {
    const parsed = parseEvent(readFixture(type));
    expect(parsed.ok && catalogue[parsed.event.type]?.upcast).toBeUndefined();
    expect(parsed).toMatchObject({ ok: true, upcast: catalogue[type]?.upcast !== undefined });
  });
  it('is named in the README', () => expect(readme).toContain(`| \`${type}\` |`));
  it('belongs to a topic we have', () => expect(Object.values(topics)).toContain(catalogue[type]?.topic));
});

describe('the catalogue', () => {
  it('knows sixty-two events, and no fixture or JSON Schema lies beside it', () => {
    const names = eventTypes.map((type) => `${shortName(type)}.json`).sort();
    expect(names).toHaveLength(62);
    expect(readdirSync(folder('fixtures')).sort()).toEqual(names);
    expect(readdirSync(folder('schemas')).sort()).toEqual(names);
  });
  it('has every file of an event version', () => {
    const files = readdirSync(folder('src'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.v\d+\.ts$/.test(file));
    expect(files).toHaveLength(eventTypes.length);
  });
  it.each([...documents(readme)])('agrees with the generated %s (else: npm run generate -w @da06/events)', (name, text) => {
    expect(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')).toBe(text);
  });
  it('holds persons in its fixtures as keyed hashes alone', () => {
    for (const fixture of readFixtures()) expect(Buffer.from(fixture).toString()).not.toMatch(/"(?:fullName|number|phone|address|birthDate|qr|note)":/);
  });
});
