import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defaultLimits, projectorEnv } from './config.ts';

const Env = z.object(projectorEnv);

describe('the settings of the projection', () => {
  it('have defaults, the same as a projector without settings', () => {
    expect(Env.parse({})).toEqual({ DA06_PROJECTOR_BATCH: defaultLimits.maxRecords, DA06_MAX_DEAD_LETTERS: defaultLimits.maxDeadLettersInARow });
  });

  it('are whole numbers', () => {
    expect(Env.parse({ DA06_PROJECTOR_BATCH: '500' }).DA06_PROJECTOR_BATCH).toBe(500);
    for (const wrong of ['0', '-1', '1.5', 'many']) expect(Env.safeParse({ DA06_PROJECTOR_BATCH: wrong }).success).toBe(false);
  });

  it('stand in the README with their defaults', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    for (const [name, value] of Object.entries(Env.parse({}))) expect(readme).toContain(`\`${name}\` | ${String(value)} |`);
  });
});
