import { existsSync, readdirSync, statSync } from 'node:fs';
import { expect, it } from 'vitest';

const assets = new URL('../../dist/assets/', import.meta.url);
const most = 700_000;

it.skipIf(!existsSync(assets))('all scripts of the viewer together are at most 700 kB packed by gzip (npm test builds it)', () => {
  const names = readdirSync(assets);
  const sizes = names.filter((name) => name.endsWith('.js')).map((name) => statSync(new URL(names.includes(`${name}.gz`) ? `${name}.gz` : name, assets)).size);
  expect(sizes.length).toBeGreaterThan(0);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(most);
});
