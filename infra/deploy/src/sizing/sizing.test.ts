import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../paths.ts';
import { assumed, measured, yearOf } from './sizing.ts';
import { sizingTable } from './table.ts';

const page = readFileSync(join(root, 'infra/README.md'), 'utf8');

describe('the page on sizes', () => {
  it('shows what the arithmetic gives', () => {
    expect(page).toContain(sizingTable());
  });

  it('names every figure that the arithmetic starts from', () => {
    for (const bytes of Object.values(measured)) expect(page, String(bytes)).toContain(bytes.toLocaleString('en'));
    for (const value of [assumed.staysPerInhabitant, assumed.eventsPerStay, assumed.feastDay, assumed.room]) expect(page).toContain(String(value));
  });

  it('grows in step with the inhabitants', () => {
    const [one, ten] = [yearOf(1_000_000), yearOf(10_000_000)];
    expect(one.events).toBe(6_250_000);
    expect(ten.logBytes / one.logBytes).toBeCloseTo(10);
    expect(one.peakPerSecond / one.averagePerSecond).toBeCloseTo(24);
  });
});
