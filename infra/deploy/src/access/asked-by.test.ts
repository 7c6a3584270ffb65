import { expect, it } from 'vitest';
import { askedBy } from './asked-by.ts';
import { audiences } from './audiences.ts';
import { consoleUser } from './console.ts';

it.each(audiences.map((audience) => [audience.name, audience] as const))('every view that the boards of %s ask is granted to it', (_name, audience) => {
  const questions = askedBy(audience);
  const missing = questions.flatMap(({ where, views }) => views.filter((view) => audience.grants[view] === undefined).map((view) => `${where}: ${view}`));
  expect(missing).toEqual([]);
});

it('every view that any board asks is granted to the console', () => {
  const questions = askedBy({ boards: [...new Set(audiences.flatMap(({ boards }) => boards))] });
  expect(questions.flatMap(({ where, views }) => views.filter((view) => consoleUser.grants[view] === undefined).map((view) => `${where}: ${view}`))).toEqual([]);
  expect(Object.keys(consoleUser.grants)).not.toContain('incidents');
});

it('boards ask views', () => {
  expect(askedBy({ boards: ['suc-khoe-du-lieu'] }).flatMap(({ views }) => views)).toContain('feed_health');
});
