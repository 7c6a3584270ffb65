import { AppError, fault, type Code, type Fault } from '@da06/errors';
import type { z } from 'zod';

/** A refusal of a body with everything that is wrong with it. */
export class InvalidBody extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(({ pointer, code }) => `${pointer} ${code}`).join('; '));
    this.name = 'InvalidBody';
    this.faults = faults;
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Reads one JSON body against a schema. @throws AppError `request.unreadable`, InvalidBody with a fault for each problem. */
export const parseJson = <Schema extends z.ZodType>(bytes: Uint8Array, schema: Schema): z.output<Schema> => {
  let value: unknown;
  try {
    value = JSON.parse(decoder.decode(bytes));
  } catch {
    throw new AppError('request.unreadable', { detail: 'The body is not JSON in UTF-8.' });
  }
  return checkJson(value, schema);
};

/** What was read of JSON, against a schema. @throws InvalidBody with a fault for each problem. */
export const checkJson = <Schema extends z.ZodType>(value: unknown, schema: Schema): z.output<Schema> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InvalidBody(parsed.error.issues.map((issue) => faultOf(issue, value)));
};

const faultOf = (issue: z.core.$ZodIssue, value: unknown): Fault => {
  const pointer = issue.path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  const received = issue.path.reduce<unknown>((held, step) => (typeof held === 'object' && held !== null ? (held as Record<PropertyKey, unknown>)[step] : undefined), value);
  return fault(pointer, codeOf(issue, received), received);
};

const codeOf = (issue: z.core.$ZodIssue, received: unknown): Code => {
  if (received === undefined) return 'field.required';
  if (issue.code === 'invalid_type') return 'field.type';
  if (issue.code === 'invalid_format') return issue.format === 'date' ? 'date.format' : 'field.format';
  if (issue.code === 'too_big' && issue.origin === 'string') return 'field.too-long';
  return 'field.not-allowed-value';
};
