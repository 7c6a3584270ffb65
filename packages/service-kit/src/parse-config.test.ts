import { AppError } from '@da06/errors';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseConfig } from './parse-config.ts';

const schema = z.object({ PORT: z.coerce.number().int().max(65535).default(8080), MODE: z.enum(['a', 'b']) });

describe('parseConfig', () => {
  it('gives typed settings with their defaults', () => {
    expect(parseConfig(schema, { MODE: 'a' })).toEqual({ PORT: 8080, MODE: 'a' });
  });

  it('takes an empty text for a setting that is not set', () => {
    expect(parseConfig(schema, { MODE: 'b', PORT: '' }).PORT).toBe(8080);
  });

  it('names every problem at once', () => {
    const failure = (() => {
      try {
        return parseConfig(schema, { PORT: 'x' });
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toBeInstanceOf(AppError);
    expect((failure as AppError).code).toBe('config.invalid');
    expect((failure as AppError).detail).toMatch(/^PORT: .*\nMODE: /s);
  });
});
