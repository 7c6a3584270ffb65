import { AppError } from '@da06/errors';
import type { z } from 'zod';

/**
 * Checks an environment (or another record of settings) against a schema and gives typed settings.
 * Reports every problem at once. An empty text counts as not set, as compose files and CI write it.
 * @throws AppError `config.invalid`, its detail one line a problem: `NAME: what is wrong`.
 */
export const parseConfig = <Schema extends z.ZodType>(
  schema: Schema,
  env: Readonly<Record<string, string | undefined>>,
): z.output<Schema> => {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = schema.safeParse(set);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.') || '(all)'}: ${issue.message}`);
  throw new AppError('config.invalid', { detail: problems.join('\n'), context: { problems } });
};
