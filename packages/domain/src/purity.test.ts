import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('.', import.meta.url);
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
const text = (name: string): string => readFileSync(new URL(name, root), 'utf8');

describe('the domain', () => {
  it('is read by this test at all', () => expect(sources.length).toBeGreaterThan(8));

  it.each(sources)('can run in a browser: %s imports no more than rules and types', (name) => {
    const imports = [...text(name).matchAll(/^(?:import|export) (type )?[^;]*? from '([^']+)'/gm)].map(([, type, from]) => `${type ?? ''}${from ?? ''}`);
    expect(imports.filter((one) => !/^(?:type )?(?:\.{1,2}\/|@da06\/errors$)|^type @da06\/events$/.test(one))).toEqual([]);
  });

  it.each(sources)('is decided by its arguments alone: %s reads no clock, no chance and no surroundings', (name) => {
    expect(text(name)).not.toMatch(/Date\.now|new Date\(\)|Math\.random|performance\.|crypto\.|process\.|globalThis|Buffer\b|setTimeout|fetch\(|Intl\.|toLocale/);
  });
});
