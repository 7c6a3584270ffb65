import { loadLocality } from '@da06/reference';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../types.ts';
import { readMrz } from './mrz.ts';

const locality = loadLocality();

/** Invented people; check digits as ICAO 9303 computes them. */
const card = 'IDVNM1900001230070190000123<<<\n9005156F3005154VNM<<<<<<<<<<<5\nTRAN<<THI<MAU<<<<<<<<<<<<<<<<<';
const passport = 'P<VNMNGUYEN<<VAN<THU<<<<<<<<<<<<<<<<<<<<<<<<\nC1234567<0VNM8803090M3001019<<<<<<<<<<<<<<<0';
const german = 'P<D<<MARTIN<<EXAMPLE<<<<<<<<<<<<<<<<<<<<<<<<\nC01X00T478D<<8402116M3112319<<<<<<<<<<<<<<<2';
const korean = 'I<KORHONG<<GILDONG<<<<<<<<<<<<<<<<<<\nM123456788KOR1001015M3112319<<<<<<<0';

const read = (text: string, today = '2026-11-20'): { guest: Record<string, unknown>; codes: string[] } => {
  const found: Finding[] = [];
  const claim = readMrz(text, { locality, today }, found);
  return { guest: Object.fromEntries(Object.entries(claim).filter(([, value]) => value !== undefined)), codes: found.map(({ code, pointer }) => `${code} ${pointer}`) };
};

describe('a machine-readable zone', () => {
  it('of a Vietnamese identity card gives the twelve digits, which stand in the optional data', () => {
    expect(read(card)).toEqual({
      guest: { fullName: 'TRAN THI MAU', birthDate: '1990-05-15', sex: 'F', nationality: 'VNM', documentKind: 'cccd', documentNumber: '070190000123', issuingState: 'VNM', captured: 'mrz' },
      codes: ['mrz.name-without-marks /guest/fullName'],
    });
  });

  it('of passports gives number, state and the nationality by our name', () => {
    expect(read(passport).guest).toMatchObject({ fullName: 'NGUYEN VAN THU', birthDate: '1988-03-09', sex: 'M', nationality: 'VNM', documentKind: 'passport', documentNumber: 'C1234567' });
    expect(read(german)).toEqual({ guest: expect.objectContaining({ nationality: 'DEU', issuingState: 'DEU', documentKind: 'passport', documentNumber: 'C01X00T47' }) as unknown, codes: [] });
  });

  it('of another state’s card (TD2) is a document of kind other with a name', () => {
    expect(read(korean).guest).toMatchObject({ nationality: 'KOR', documentKind: 'other', documentName: 'Thẻ căn cước nước ngoài', documentNumber: 'M12345678', birthDate: '2010-01-01' });
  });

  it('is understood as a keyboard scanner mangles it', () => {
    const right = read(passport).guest;
    const mangled = [passport.toLowerCase(), passport.replace('\n', ''), passport.replace('\n', '\r\n'), ` ${passport.replaceAll('\n', ' \n ')} `, passport.replaceAll('<<', '«'), passport.replaceAll('<', '«'), passport.replaceAll('<', ' '), passport.replace(/<+\n/, '\n')];
    for (const text of mangled) expect(read(text).guest, text).toEqual(right);
    expect(read(card.replaceAll('\n', '')).guest).toEqual(read(card).guest);
  });

  it('puts no birth into the future, and lets an identity number name the century', () => {
    expect(read(korean, '2009-12-31').guest['birthDate']).toBe('1910-01-01');
    expect(read(korean, '2010-01-01').guest['birthDate']).toBe('2010-01-01');
    expect(read(card, '1995-01-01').guest['birthDate']).toBe('1990-05-15');
  });

  it('keeps a birth as precise as it is, and passes over a state it does not know', () => {
    const { guest, codes } = read('P<XOMDOE<<JEAN<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<\nX1<<<<<<<4FRA84<<<<8X3112319<<<<<<<<<<<<<<<2');
    expect(guest).toMatchObject({ birthDate: '1984', sex: 'X', nationality: 'FRA', documentNumber: 'X1' });
    expect(codes).toEqual([]);
  });

  it('says which check digit fails, and still reads', () => {
    const { guest, codes } = read(german.replace('C01X00T478', 'C01X00T479'));
    expect(guest['documentNumber']).toBe('C01X00T47');
    expect(codes).toEqual(['mrz.check-digit /guest/document/number', 'mrz.check-digit /mrz']);
  });

  it.each(['', 'hello', '070190000123||Trần Thị Mẫu|15051990|Nữ|Số 1|01012022', passport.slice(0, 60), '<'.repeat(88), '0'.repeat(90), `V${passport.slice(1)}`])('refuses %j', (text) => {
    expect(read(text)).toEqual({ guest: {}, codes: ['mrz.format /mrz'] });
  });
});
