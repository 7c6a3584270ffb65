import { z } from 'zod';
import { catalogue } from './catalogue.ts';
import { Envelope } from './envelope.ts';

/** The schema of a whole event of one type and version: envelope and data, in the tolerant form. @throws RangeError for a type that is not in the catalogue. */
export const eventSchema = (type: string): z.ZodType<Envelope> => {
  const entry = Object.hasOwn(catalogue, type) ? catalogue[type] : undefined;
  if (entry === undefined) throw new RangeError(`No event has the type ${type}.`);
  return Envelope.extend({ type: z.literal(type), data: entry.schema });
};

/** `stay.checked-in.v1` for `vn.da06.stay.checked-in.v1`: the name of its fixture and of its JSON Schema. */
export const shortName = (type: string): string => type.replace(/^vn\.da06\./, '');
