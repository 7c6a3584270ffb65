import { describe, expect, it } from 'vitest';
import { asOfText, lightOf } from './light.ts';

const at = Date.parse('2026-11-27T03:48:09+07:00');

describe('the light of the live figures', () => {
  it('tells the hour in Vietnam, and the day when it is not today', () => {
    expect([asOfText(at, at), asOfText(at - 6 * 3_600_000, at), asOfText(at - 400 * 86_400_000, at)]).toEqual(['03:48:09', '26/11 21:48:09', '23/10/2025 03:48:09']);
  });
  it('is green while what is accepted is shown, amber while much is not, red while nobody answers', () => {
    expect(lightOf({ asOf: at, lag: 3, at }, 'open', 'vi').colour).toBe('good');
    expect(lightOf({ asOf: at, lag: null, at }, 'open', 'vi').colour).toBe('good');
    expect(lightOf({ asOf: at, lag: 12_345, at }, 'open', 'vi')).toEqual({ colour: 'note', text: 'Còn 12.345 sự kiện đang nạp' });
    expect(lightOf({ asOf: at, lag: 0, at }, 'lost', 'vi').colour).toBe('bad');
    expect(lightOf(undefined, 'waiting', 'vi').colour).toBe('none');
  });
});
