import { describe, expect, it } from 'vitest';
import { packFiles } from '../schema.ts';
import { alertRules, alertRulesOf } from './alert-rules.ts';

const settings = (own: unknown) => packFiles.settings.safeParse({ name: 'x', nightTail: '08:00', retention: { identityMonths: 24, holdFacilities: [] }, alertRules: own });

describe('the rules that raise alerts', () => {
  it('name each of their thresholds in the question that people read', () => {
    for (const { rule, thresholds, question } of alertRules) for (const text of [question.vi, question.en]) expect([rule, Object.keys(thresholds).filter((name) => !text.includes(name))]).toEqual([rule, []]);
  });

  it('have the thresholds of a locality where it names its own, and those of the country elsewhere', () => {
    const own = alertRulesOf({ 'room-density': { personsPerRoom: 8 } });
    expect(own.find(({ rule }) => rule === 'room-density')?.thresholds).toEqual({ personsPerRoom: 8, nightsWithoutEnd: 3 });
    expect(own.filter(({ rule }) => rule !== 'room-density')).toEqual(alertRules.filter(({ rule }) => rule !== 'room-density'));
    expect(alertRulesOf({})).toEqual(alertRules);
  });

  it.each([
    [{ 'no-such-rule': {} }, 'alertRules', 'no-such-rule'], [{ 'room-density': { persons: 8 } }, 'alertRules/room-density', 'persons'], [{ 'room-density': { personsPerRoom: 0 } }, 'alertRules/room-density/personsPerRoom', ''],
    [{ 'watch-list': { anything: 1 } }, 'alertRules/watch-list', 'anything'],
  ])('are refused with a pointer as %j', (own, pointer, name) => {
    const [issue] = settings(own).error?.issues ?? [];
    expect(issue?.path.join('/')).toBe(pointer);
    expect(issue?.message).toContain(name);
  });
});
