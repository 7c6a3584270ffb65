import { StayCancelledData, StayCheckedOutData, StayCorrectedData } from '@da06/events';
import { describe, expect, it } from 'vitest';
import { dataOf, identityOf, prepareOne, told } from './take-in.fixture.ts';

const whole = { revision: 0, faults: [], sealed: undefined };

describe('a correction (PATCH)', () => {
  it('names the groups of the fields it carries, and no others', async () => {
    const cases: [object, string[]][] = [
      [{ room: '102' }, ['room']],
      [{ guest: { sex: 'F' } }, ['sex']],
      [{ guest: { birthDate: '1991' } }, ['birthYear']],
      [{ guest: { phone: null, fullName: 'Lê Mẫu' } }, []],
      [{ guest: { residence: { province: '701' } } }, ['residence']],
      [{ guest: { residence: null } }, ['residence']],
      [{ arrival: '2026-11-20T10:00:00' }, ['arrival']],
      [{ departure: null }, ['departure']],
      [{ expectedDeparture: '2026-11-25', reason: 'business' }, ['expectedDeparture', 'reason']],
      [{ guest: { document: { kind: 'cccd', number: '070190123457' } } }, ['person']],
      [{}, []],
    ];
    for (const [patch, sets] of cases) {
      const item = await prepareOne('patch', patch);
      expect(told(item), JSON.stringify(patch)).toEqual([]);
      expect(item.draft?.sets, JSON.stringify(patch)).toEqual(sets);
      expect(StayCorrectedData.strict().safeParse({ ...dataOf(item), ...whole }).success).toBe(true);
    }
  });

  it('seals under the person it names, and leaves it to the committer where it names none', async () => {
    const named = await prepareOne('patch', { guest: { document: { kind: 'cccd', number: '070190123457' } } });
    expect(identityOf(named)).toEqual({ guest: { document: { number: '070190123457' } } });
    const unnamed = await prepareOne('patch', { note: 'x', guest: { phone: null }, correctionReason: 'typo' });
    expect(dataOf(unnamed)).not.toHaveProperty('sealed');
    expect(dataOf(unnamed)).toMatchObject({ correctionReason: 'given' });
    expect(unnamed.draft?.toSeal).toEqual({ guest: { phone: null }, note: 'x', correctionReason: 'typo' });
  });

  it('may not take away what a stay must have, nor name half of a group', async () => {
    expect(told(await prepareOne('patch', { arrival: null, guest: { sex: null } }))).toEqual(['field.required /guest/sex', 'field.required /arrival']);
    expect(told(await prepareOne('patch', { room: null }))).toEqual(['room.required /room']);
    expect(told(await prepareOne('patch', { guest: { document: { number: '070190123457' } } }))).toContain('field.required /guest/document/kind');
    expect(told(await prepareOne('patch', { guest: { document: { kind: 'passport', number: 'C1' } } }))).toEqual(['field.required /guest/document/issuingState']);
    expect(told(await prepareOne('patch', { guest: { residence: { ward: '101900070' } } }))).toEqual(['field.required /guest/residence/province']);
  });

  it('is the same content when it is sent again, and another when it names another value', async () => {
    const mac = async (patch: object) => (await prepareOne('patch', patch)).draft?.contentMac;
    expect(await mac({ room: '102', note: 'x' })).toBe(await mac({ note: 'x', room: '102' }));
    expect(await mac({ room: '102' })).not.toBe(await mac({ room: '103' }));
    expect(await mac({ room: '102' })).not.toBe(await mac({ room: '102', note: null }));
  });
});

describe('a check-out', () => {
  it('names the departure alone', async () => {
    const item = await prepareOne('check-out', { departure: '2026-11-20T19:00:00+07:00' });
    expect(item.draft).toMatchObject({ kind: 'check-out', sets: ['departure'], time: '2026-11-20T12:00:00.000Z' });
    expect(StayCheckedOutData.strict().safeParse({ ...dataOf(item), ...whole }).success).toBe(true);
  });

  it('needs its departure', async () => {
    expect(told(await prepareOne('check-out', {}))).toEqual(['field.required /departure']);
    expect(told(await prepareOne('check-out', { departure: 'noon' }))).toEqual(['date.format /departure']);
  });
});

describe('a cancellation', () => {
  it('names no group and hands its reason over to be sealed', async () => {
    const item = await prepareOne('cancel', { reason: 'khách không đến' });
    expect(item.draft).toMatchObject({ kind: 'cancel', sets: [], toSeal: { correctionReason: 'khách không đến' } });
    expect(item.draft?.dataJson).not.toContain('khách');
    expect(StayCancelledData.strict().safeParse({ ...dataOf(item), ...whole }).success).toBe(true);
    expect((await prepareOne('cancel', {})).draft).not.toHaveProperty('toSeal');
  });
});
