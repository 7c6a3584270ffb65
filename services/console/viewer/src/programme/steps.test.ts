import { describe, expect, it } from 'vitest';
import { actionsOf, bodyOf, outsideActors, pathOf } from './steps.ts';

const told = { at: '2026-11-20', cause: 'Chờ kinh phí', onBehalfOf: 'PC06', note: 'n', unit: 'W1@2025' };

describe('a command on a step', () => {
  it('is offered where the server takes it', () => expect(actionsOf).toEqual({ planned: ['start', 'complete', 'block'], 'in-progress': ['complete', 'block'], blocked: ['unblock'], completed: ['reopen'] }));
  it('names model, step and action in its address, a model’s own no step', () => {
    expect(pathOf(9, 2, 'start')).toBe('/v1/models/9/steps/2/start');
    expect(pathOf(9, undefined, 'put-in-operation')).toBe('/v1/models/9/put-in-operation');
  });
  it('gives a cause where one is asked for, and only there', () => {
    expect(bodyOf('block', told)).toEqual({ at: '2026-11-20', note: 'n', cause: 'Chờ kinh phí', onBehalfOf: 'PC06' });
    expect(bodyOf('start', told)).toEqual({ at: '2026-11-20', note: 'n', onBehalfOf: 'PC06' });
  });
  it('on the whole model names no agency; the choice of a unit names the unit', () => {
    expect(bodyOf('mark-not-deployable', told)).toEqual({ at: '2026-11-20', note: 'n', cause: 'Chờ kinh phí' });
    expect(bodyOf('unit', told)).toEqual({ at: '2026-11-20', note: 'n', unit: 'W1@2025' });
  });
  it('leaves an emptied day to the server', () => expect(bodyOf('start', { ...told, at: '', onBehalfOf: '' })).toEqual({ note: 'n' }));
  it('is told on behalf of agencies outside alone', () =>
    expect(outsideActors({ actors: [{ code: 'CAH', vi: '', outside: false }, { code: 'PC06', vi: '', outside: true }] }).map(({ code }) => code)).toEqual(['PC06']));
});
