import { describe, expect, it } from 'vitest';
import { nextOf, rotationOf, rotationUrl, screensOf } from './rotation.ts';

const uids = ['tong-quan', 'dan-cu', 'du-lich'];
const of = (query: string) => rotationOf(new URLSearchParams(query), uids);

describe('the boards of a wall', () => {
  it('follow one another and begin again', () => {
    const rotation = of('rotate=tong-quan,dan-cu&every=45');
    expect(rotation).toEqual({ uids: ['tong-quan', 'dan-cu'], every: 45 });
    expect(rotation && [nextOf(rotation, 'tong-quan'), nextOf(rotation, 'dan-cu'), nextOf(rotation, 'du-lich')]).toEqual(['dan-cu', 'tong-quan', 'tong-quan']);
  });
  it('leave out what may not be opened, and stand still with one left', () => {
    expect(of('rotate=tong-quan,an-ninh,dan-cu')?.uids).toEqual(['tong-quan', 'dan-cu']);
    expect(of('rotate=tong-quan,an-ninh')).toBeUndefined();
    expect(of('kiosk')).toBeUndefined();
  });
  it('change every 30 s unless another time is given, never under 5 s', () => {
    expect([of('rotate=tong-quan,dan-cu')?.every, of('rotate=tong-quan,dan-cu&every=1')?.every, of('rotate=tong-quan,dan-cu&every=soon')?.every]).toEqual([30, 5, 30]);
  });
  it('take the wall’s own settings along and no board’s', () => {
    expect(rotationUrl('dan-cu', new URLSearchParams('kiosk&rotate=tong-quan,dan-cu&every=45&theme=dark&var-unit=A&from=now-7d'))).toBe('/d/dan-cu?kiosk&rotate=tong-quan,dan-cu&every=45&theme=dark');
  });
});

describe('a board taller than its wall', () => {
  it('is shown screen after screen, the last one whole', () => {
    expect(screensOf(2500, 1000)).toEqual([0, 1000, 1500]);
    expect(screensOf(900, 1000)).toEqual([0]);
  });
});
