import { StayCheckedInData, StayCheckedOutData, StayCorrectedData } from '@da06/events';
import { describe, expect, it } from 'vitest';
import { sampleDeparture, sampleForeign, sampleVietnamese } from './samples.ts';
import { dataOf, identityOf, prepare, prepareOne, told } from './take-in.fixture.ts';

describe('the portal’s API 4 (foreigners)', () => {
  it('becomes a check-in by passport, with its own codes kept under seal', async () => {
    const item = await prepareOne('kbtt-foreign', sampleForeign());
    expect(told(item)).toEqual([]);
    expect(item.ref).toMatch(/^k-[a-z2-7]{20}$/);
    expect(StayCheckedInData.strict().safeParse({ ...dataOf(item), revision: 0, faults: [], yields: [] }).success).toBe(true);
    expect(dataOf(item)).toMatchObject({ shape: 'kbtt-foreign', groups: { nationality: 'DEU', person: { documentKind: 'passport', issuingState: 'DEU' } } });
    expect(identityOf(item)).toMatchObject({ portal: { quocTich: 'D' } });
    expect(item.draft?.sets).not.toContain('departure');
    expect(item.draft?.sets).not.toContain('reason');
  });

  it('sent twice gives the same reference and the same content', async () => {
    const [first, second] = [await prepareOne('kbtt-foreign', sampleForeign()), await prepareOne('kbtt-foreign', sampleForeign())];
    expect([second.ref, second.draft?.contentMac]).toEqual([first.ref, first.draft?.contentMac]);
    expect((await prepareOne('kbtt-foreign', sampleForeign(2))).ref).not.toBe(first.ref);
  });

  it('with stale dates is taken with warnings in the body’s own field names', async () => {
    const item = await prepareOne('kbtt-foreign', { ...sampleForeign(), ngayDenCsltStr: '2026-11-01 10:00:00', ngayDiDuKienStr: '2026-11-03', thoiHanTamTruStr: '2026-11-05' });
    expect(item.rejected).toBe(false);
    expect(told(item).sort()).toEqual(['arrival.stale /ngayDenCsltStr', 'expected-departure.past /ngayDiDuKienStr', 'permitted-until.past /thoiHanTamTruStr']);
  });

  it('with missing and with malformed fields is refused by each field’s own name', async () => {
    expect(told(await prepareOne('kbtt-foreign', {})).sort()).toEqual(['/gioiTinh', '/hoTen', '/ngayDenCsltStr', '/ngayThangNamSinhStr', '/quocTich', '/soHoChieu'].map((pointer) => `field.required ${pointer}`).concat('room.required /soPhong'));
    expect(told(await prepareOne('kbtt-foreign', { ...sampleForeign(), soHoChieu: 'C 0123456789012', gioiTinh: 'K', quocTich: '??', loaiNgayThangNamSinh: 'Q' })).sort()).toEqual([
      'document.passport-format /soHoChieu', 'field.not-allowed-value /loaiNgayThangNamSinh', 'nationality.unknown /quocTich', 'sex.unknown /gioiTinh',
    ]);
  });

  it('takes only the year of a birth that is known by its year', async () => {
    const item = await prepareOne('kbtt-foreign', { ...sampleForeign(), loaiNgayThangNamSinh: 'Y', ngayThangNamSinhStr: '1950-01-01' });
    expect(identityOf(item)).toMatchObject({ guest: { birthDate: '1950' } });
  });

  it('loses its photograph before anything else, however large, and is told so', async () => {
    const item = await prepareOne('kbtt-foreign', { ...sampleForeign(), anhHoChieuB64: 'QUJD'.repeat(200_000) });
    expect(told(item)).toEqual(['image.dropped /anhHoChieuB64']);
    expect(JSON.stringify(item.draft)).not.toContain('QUJD');
    expect(JSON.stringify(identityOf(item))).not.toContain('QUJD');
  });
});

describe('the portal’s API 5 (Vietnamese guests)', () => {
  it('becomes a check-in with codes mapped to our names and the raw kept', async () => {
    const item = await prepareOne('kbtt-vietnamese', { ...sampleVietnamese(), loaiGiayTo: 8, lyDoCuTru: '2 - Công tác' });
    expect(told(item)).toEqual(['arrival.time-missing /ngayDenCsltStr']);
    expect(dataOf(item)).toMatchObject({ groups: { nationality: 'VNM', reason: 'business', residence: { status: 'permanent', province: '101', ward: '101900070' }, person: { documentKind: 'cccd', documentCode: '8' } } });
    expect(identityOf(item)).toMatchObject({ portal: { loaiGiayTo: '8', lyDoCuTru: '2' } });
  });

  it('names every code it does not know', async () => {
    expect(told(await prepareOne('kbtt-vietnamese', { ...sampleVietnamese(), loaiGiayTo: 77, lyDoCuTru: 21, noiCuTru: 5 })).filter((fault) => !fault.startsWith('arrival.')).sort()).toEqual([
      'document.kind-unknown /loaiGiayTo', 'field.not-allowed-value /noiCuTru', 'reason.unknown /lyDoCuTru',
    ]);
  });

  it('tells when a ward is not of its province', async () => {
    expect(told(await prepareOne('kbtt-vietnamese', { ...sampleVietnamese(), maTT: '701' }))).toContain('residence.ward-not-in-province /maPX');
  });
});

describe('the portal’s API 12 (early leave, extension)', () => {
  it('finds its stay by the key of the document that API 5 gave', async () => {
    const stay = await prepareOne('kbtt-vietnamese', sampleVietnamese());
    const left = await prepareOne('kbtt-departure', { ...sampleDeparture(), loai: 'TS', thoiGianStr: undefined });
    expect(left.draft).toMatchObject({ kind: 'check-out', byDocument: 'left', documentKey: stay.draft?.documentKey, ref: '', departureAt: Date.parse('2026-11-20T20:00:00+07:00') });
    const passport = await prepareOne('kbtt-foreign', sampleForeign());
    const foreigner = await prepareOne('kbtt-departure', { loai: 'TS', soGiayTo: sampleForeign()['soHoChieu'], loaiGiayTo: 4 });
    expect(foreigner.draft?.documentKey).toBe(passport.draft?.documentKey);
  });

  it('makes drafts whose data fit their schemas once the stay is found', async () => {
    const more = { ref: 'k-a', registrationNumber: `LT${'0'.repeat(16)}`, revision: 0, faults: [] };
    const extended = await prepareOne('kbtt-departure', sampleDeparture());
    expect(extended.draft).toMatchObject({ kind: 'correct', byDocument: 'extended', expectedAt: Date.parse('2026-11-25T12:00:00+07:00'), sets: ['expectedDeparture'] });
    expect(StayCorrectedData.strict().safeParse({ ...dataOf(extended), ...more }).success).toBe(true);
    const left = await prepareOne('kbtt-departure', { ...sampleDeparture(), loai: 'TS' });
    expect(StayCheckedOutData.strict().safeParse({ ...dataOf(left), ...more }).success).toBe(true);
  });

  it('refuses another kind of change, and an extension without its time', async () => {
    expect(told(await prepareOne('kbtt-departure', { ...sampleDeparture(), loai: 'XX', thoiGianStr: null }))).toEqual(['change.kind-unknown /loai']);
    expect(told(await prepareOne('kbtt-departure', { ...sampleDeparture(), thoiGianStr: '' }))).toEqual(['field.required /thoiGianStr']);
  });

  it('warns of a document that stands twice, and refuses an empty list', async () => {
    const { items } = await prepare('kbtt-departure', [sampleDeparture(), sampleDeparture()]);
    expect(items.map(told)).toEqual([[], ['document.duplicate-in-request /soGiayTo']]);
    await expect(prepare('kbtt-departure', [])).rejects.toMatchObject({ code: 'batch.empty' });
  });

  it('takes one record alone and a list in a wrapper', async () => {
    expect((await prepare('kbtt-vietnamese', sampleVietnamese())).items).toHaveLength(1);
    expect((await prepare('kbtt-vietnamese', { danhSach: [sampleVietnamese(), sampleVietnamese(2)] })).items).toHaveLength(2);
  });
});
