import { z } from 'zod';

/**
 * The strict form of a schema: keys it does not name are refused at every depth. Writers and fixtures are checked with it; readers
 * use the plain form, which drops such keys, so that an older reader survives a newer writer.
 */
export const strict = <Schema extends z.ZodType>(schema: Schema): Schema => strictOf(schema) as unknown as Schema;

const strictOf = (schema: z.core.$ZodType): z.core.$ZodType => {
  if (schema instanceof z.ZodObject) {
    const shape = schema.shape as Record<string, z.core.$ZodType>;
    return z.strictObject(Object.fromEntries(Object.entries(shape).map(([key, field]) => [key, strictOf(field)])));
  }
  if (schema instanceof z.ZodOptional) return z.optional(strictOf(schema.unwrap()));
  if (schema instanceof z.ZodNullable) return z.nullable(strictOf(schema.unwrap()));
  if (schema instanceof z.ZodArray) return new z.ZodArray({ ...schema.def, element: strictOf(schema.element) });
  if (schema instanceof z.ZodUnion) return z.union(schema.options.map(strictOf));
  return schema;
};
