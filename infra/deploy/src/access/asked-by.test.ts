import { expect, it } from 'vitest';
import { askedBy } from './asked-by.ts';
import { audiences } from './audiences.ts';

it.each(audiences.map((audience) => [audience.name, audience] as const))('every view that the boards of %s ask is granted to it', (_name, audience) => {
  const questions = askedBy(audience);
  const missing = questions.flatMap(({ where, views }) => views.filter((view) => audience.grants[view] === undefined).map((view) => `${where}: ${view}`));
  expect(missing).toEqual([]);
});

it('boards ask views', () => {
  expect(askedBy({ boards: ['suc-khoe-du-lieu'] }).flatMap(({ views }) => views)).toContain('feed_health');
});
