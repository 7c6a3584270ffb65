import { z } from 'zod';
import { catalogue, eventTypes } from './catalogue.ts';
import { eventSchema, shortName } from './event-schema.ts';

/** What is generated from the catalogue: a JSON Schema (2020-12) of each event, and the table of events in the README. */
export const documents = (readme: string): ReadonlyMap<string, string> =>
  new Map([
    ...eventTypes.map((type) => [`schemas/${shortName(type)}.json`, `${JSON.stringify(jsonSchemaOf(type), null, 2)}\n`] as const),
    ['README.md', withTable(readme)],
  ]);

const jsonSchemaOf = (type: string): object => {
  const schema = z.toJSONSchema(eventSchema(type), { target: 'draft-2020-12', io: 'input' });
  return { ...schema, $id: `urn:da06:event:${shortName(type)}`, title: type };
};

const from = '<!-- events -->';
const to = '<!-- /events -->';

const withTable = (readme: string): string => {
  const [before, rest = ''] = readme.split(from);
  const after = rest.split(to)[1] ?? '';
  const rows = eventTypes.map((type) => `| \`${type}\` | \`${catalogue[type]?.topic ?? ''}\` | ${catalogue[type]?.subject ?? ''} | ${catalogue[type]?.says ?? ''} |`);
  return `${before ?? ''}${from}\n| Type | Topic | Subject | Says |\n|---|---|---|---|\n${rows.join('\n')}\n${to}${after}`;
};
