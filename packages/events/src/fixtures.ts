import { readFileSync } from 'node:fs';
import { eventTypes } from './catalogue.ts';
import { shortName } from './event-schema.ts';

/** The recorded event of a type and version, as bytes of the log. A fixture is recorded once and kept for ever. */
export const readFixture = (type: string): Uint8Array => {
  const text = readFileSync(new URL(`../fixtures/${shortName(type)}.json`, import.meta.url), 'utf8');
  return Buffer.from(JSON.stringify(JSON.parse(text)));
};

/** One recorded event of every version of every type, in the catalogue's order. */
export const readFixtures = (): readonly Uint8Array[] => eventTypes.map(readFixture);
